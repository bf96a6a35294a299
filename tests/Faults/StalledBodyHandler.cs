namespace Amity.Tests.Faults;

/// <summary>
/// Connections that let an attempt time out as soon as somebody waits for the rest of its body: after the headers, while reading.
/// </summary>
/// <param name="clock">The client's time.</param>
/// <param name="stalls">How many responses stall; those after them are whole.</param>
internal sealed class StalledBodyHandler(PromptClock clock, int stalls)
    : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    private int _responses;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (Interlocked.Increment(ref _responses) <= stalls)
        {
            response.Content = new StreamContent(new WatchedBody(await response.Content.ReadAsStreamAsync(cancellationToken), clock));
        }

        return response;
    }

    private sealed class WatchedBody(Stream body, PromptClock clock) : Stream
    {
        private bool _ended;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = body.ReadAsync(buffer, cancellationToken);
            if (!read.IsCompleted && !_ended)
            {
                // Once only: a second time would end the next attempt.
                _ended = true;
                clock.EndAttempt();
            }

            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Only asynchronous reads can be cancelled.");

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                body.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
