using System.Buffers;
using System.Text;

namespace Amity;

/// <summary>A body in memory borrowed from the pool, given back when disposed.</summary>
internal sealed class PooledBody : IDisposable
{
    private const int LongestArray = 0x7FFFFFC7;

    /// <summary>
    /// Stands for bytes that are invalid in their charset; as UTF-8 bytes that are invalid there, too, so that their text counts as
    /// absent.
    /// </summary>
    private const string Invalid = "\uFFFF";

    private static readonly byte[] BigEndianMark = Encoding.BigEndianUnicode.GetPreamble();

    private byte[] _buffer;
    private int _length;
    private bool _isLent;

    internal PooledBody(int size) => _buffer = ArrayPool<byte>.Shared.Rent(size);

    internal ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    /// <summary>Room for more, at least one byte.</summary>
    internal ArraySegment<byte> Free()
    {
        if (_length == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(_buffer.Length * 2L, LongestArray));
            Bytes.CopyTo(larger);
            Return();
            _buffer = larger;
        }

        return new ArraySegment<byte>(_buffer, _length, _buffer.Length - _length);
    }

    /// <summary>Counts bytes that were read into <see cref="Free"/>; gives the length so far.</summary>
    internal int Filled(int count) => _length += count;

    /// <summary>
    /// Waits for a reader of the caller's own; one that goes on after the wait keeps the buffer, which then never returns to the pool.
    /// </summary>
    internal async Task<int> LendAsync(Task<int> reading, CancellationToken cancellationToken)
    {
        _isLent = true;
        var count = await CallersCode.WaitAsync(reading, cancellationToken).ConfigureAwait(false);
        _isLent = false;
        return count;
    }

    /// <summary>The body in UTF-8: itself, or a copy when it declares another charset that is known here.</summary>
    internal PooledBody ToUtf8(string? charset)
    {
        if (EncodingOf(charset) is not { } encoding || encoding.CodePage == Encoding.UTF8.CodePage)
        {
            return this;
        }

        if (encoding.CodePage == Encoding.Unicode.CodePage && Bytes.StartsWith(BigEndianMark))
        {
            encoding = EncodingOf(Encoding.BigEndianUnicode.WebName)!;
        }

        var utf8 = Encoding.UTF8.GetBytes(encoding.GetString(_buffer, 0, _length));
        var invalid = Encoding.UTF8.GetBytes(Invalid);
        for (var rest = utf8.AsSpan(); rest.IndexOf(invalid) is var found and >= 0; rest = rest.Slice(found))
        {
            rest.Slice(found, invalid.Length).Fill(0xFF);
        }

        var body = new PooledBody(utf8.Length + 1);
        utf8.CopyTo(body._buffer, 0);
        body._length = utf8.Length;
        Dispose();
        return body;
    }

    public void Dispose()
    {
        if (!_isLent)
        {
            Return();
        }

        _buffer = [];
        _length = 0;
    }

    private static Encoding? EncodingOf(string? charset)
    {
        if (charset is null)
        {
            return null;
        }

        var name = charset.Trim('"');
        var invalid = new DecoderReplacementFallback(Invalid);
        try
        {
#if NET
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, invalid)
                ?? Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, invalid);
#else
            return Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, invalid);
#endif
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // A name that nobody knows, or one that .NET will not read; the service writes UTF-8.
            return null;
        }
    }

    // Responses hold secrets, and the pool is everybody's.
    private void Return() => ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
}
