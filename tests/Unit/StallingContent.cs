using System.Net;

namespace Amity.Tests.Unit;

/// <summary>A body that says nothing until its reader gives up.</summary>
internal sealed class StallingContent : HttpContent
{
    private readonly TaskCompletionSource _reading = new();

    /// <summary>Done once somebody reads.</summary>
    internal Task Reading => _reading.Task;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException("The body is to be read as a stream.");

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new Silence(_reading));

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    private sealed class Silence(TaskCompletionSource reading) : MemoryStream
    {
        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            reading.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return 0;
        }
    }
}
