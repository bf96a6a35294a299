using System.Globalization;
using Amity.Cli.Errors;

namespace Amity.Cli.Input;

/// <summary>A file whose lines have to end, so that one that is not text is not read into memory whole.</summary>
internal sealed class BoundedLineStream(Stream file, string name) : Stream
{
    // A line of JSON may hold a room with its metadata.
    private const int LongestLine = 1024 * 1024;

    private int _length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await file.ReadAsync(buffer, cancellationToken);
        Check(buffer.Span[..count]);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = file.Read(buffer, offset, count);
        Check(buffer.AsSpan(offset, read));
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Check(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.LastIndexOfAny((byte)'\n', (byte)'\r');
        _length = end < 0 ? _length + bytes.Length : bytes.Length - end - 1;
        if (_length > LongestLine)
        {
            var limit = LongestLine.ToString("N0", CultureInfo.InvariantCulture);
            throw new UsageException($"{name} has a line of more than {limit} bytes, so it is not a file of ids. Nothing was sent.");
        }
    }
}
