#if NET
using System.Runtime.CompilerServices;
#endif

namespace Amity;

/// <summary>Reads a body up to a limit while honouring cancellation, which HttpContent's own buffering does not on every framework.</summary>
internal static class ResponseBody
{
    private const int FirstSize = 16 * 1024;
    private const int LargestTrust = 1024 * 1024;

#if NET
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    internal static async ValueTask<PooledBody> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        // One byte more than announced, so that the end is seen without growing; but not much on a mere announcement.
        var announced = content.Headers.ContentLength is { } length && length < limit ? (int)Math.Min(length + 1, LargestTrust) : FirstSize;
        var body = new PooledBody(announced);
        try
        {
#if NET
            var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
            var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
            while (true)
            {
                var free = body.Free();
#if NET
                var count = await stream.ReadAsync(free.AsMemory(), cancellationToken).ConfigureAwait(false);
#else
                var count = await stream.ReadAsync(free.Array!, free.Offset, free.Count, cancellationToken).ConfigureAwait(false);
#endif
                if (count == 0)
                {
                    return body;
                }

                if (body.Filled(count) > limit)
                {
                    throw new AnswerTooLargeException(limit);
                }
            }
        }
        catch (InvalidOperationException exception) when (exception is not ObjectDisposedException)
        {
            // Brotli's way to say what the other compressions say by InvalidDataException.
            body.Dispose();
            throw new InvalidDataException(exception.Message, exception);
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }
}
