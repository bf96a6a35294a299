using System.Net.Http.Headers;
#if NET
using System.Runtime.CompilerServices;
#endif

namespace Amity;

/// <summary>
/// Reads a body up to a limit while honouring cancellation, which HttpContent's own buffering does not on every framework.
/// </summary>
internal static class ResponseBody
{
    private const int FirstSize = 16 * 1024;
    private const int LargestTrust = 1024 * 1024;

    /// <summary>Reads a body to its end, as UTF-8 whatever charset it declares.</summary>
    /// <param name="content">The content of a response.</param>
    /// <param name="limit">Most bytes, after decompression.</param>
    /// <param name="endsWithToken">Whether the handler's stream surely ends when the token does.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
#if NET
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    internal static async ValueTask<PooledBody> ReadAsync(
        HttpContent content, int limit, bool endsWithToken, CancellationToken cancellationToken)
    {
        // One byte more than announced, so that the end is seen without growing; but not much on a mere announcement.
        var announced = content.Headers.ContentLength is { } length && length < limit ? (int)Math.Min(length + 1, LargestTrust) : FirstSize;
        var body = new PooledBody(announced);
        try
        {
            var opening = OpenAsync(content, cancellationToken);
            var stream = await (endsWithToken ? opening : CallersCode.WaitAsync(opening, cancellationToken)).ConfigureAwait(false);
            while (true)
            {
                var free = body.Free();
                var count = endsWithToken
                    ? await ReadAsync(stream, free, cancellationToken).ConfigureAwait(false)
                    : await body.LendAsync(ReadAsync(stream, free, cancellationToken).AsTask(), cancellationToken).ConfigureAwait(false);
                if (count == 0)
                {
                    return body.ToUtf8(CharsetOf(content.Headers));
                }

                if (body.Filled(count) > limit)
                {
                    throw new ResponseTooLargeException(limit);
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

    private static Task<Stream> OpenAsync(HttpContent content, CancellationToken cancellationToken) =>
#if NET
        content.ReadAsStreamAsync(cancellationToken);
#else
        content.ReadAsStreamAsync();
#endif

#if NET
    // The usual types are known as they stand; parsing one costs more than a small body.
    private static string? CharsetOf(HttpContentHeaders headers) =>
        headers.NonValidated.TryGetValues("Content-Type", out var type)
        && type.ToString() is AmityJson.MediaType or $"{AmityJson.MediaType}; charset=utf-8"
            ? null
            : headers.ContentType?.CharSet;
#else
    private static string? CharsetOf(HttpContentHeaders headers) => headers.ContentType?.CharSet;
#endif

    private static ValueTask<int> ReadAsync(Stream stream, ArraySegment<byte> free, CancellationToken cancellationToken) =>
#if NET
        stream.ReadAsync(free.AsMemory(), cancellationToken);
#else
        new(stream.ReadAsync(free.Array!, free.Offset, free.Count, cancellationToken));
#endif
}
