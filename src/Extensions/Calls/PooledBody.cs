using System.Buffers;

namespace Amity;

/// <summary>A body in memory borrowed from the pool, given back when disposed.</summary>
internal sealed class PooledBody : IDisposable
{
    private const int LongestArray = 0x7FFFFFC7;

    private byte[] _buffer;
    private int _length;

    internal PooledBody(int size) => _buffer = ArrayPool<byte>.Shared.Rent(size);

    internal ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    /// <summary>Room for more, at least one byte.</summary>
    internal ArraySegment<byte> Free()
    {
        if (_length == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(_buffer.Length * 2L, LongestArray));
            Bytes.CopyTo(larger);
            Return(_buffer);
            _buffer = larger;
        }

        return new ArraySegment<byte>(_buffer, _length, _buffer.Length - _length);
    }

    /// <summary>Counts bytes that were read into <see cref="Free"/>; gives the length so far.</summary>
    internal int Filled(int count) => _length += count;

    public void Dispose()
    {
        Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    // Answers hold secrets, and the pool is everybody's.
    private static void Return(byte[] buffer) => ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
}
