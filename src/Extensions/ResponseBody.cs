namespace Amity;

/// <summary>Reads a body up to a limit while honouring cancellation, which HttpContent's own buffering does not on every framework.</summary>
internal static class ResponseBody
{
    private const int ChunkSize = 16384;

    internal static async Task<byte[]> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
#if NET
        using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        using var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
        using var body = new MemoryStream();
        var chunk = new byte[ChunkSize];
        int count;
        while ((count = await ReadAsync(stream, chunk, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (body.Length + count > limit)
            {
                throw new AnswerTooLargeException(limit);
            }

            body.Write(chunk, 0, count);
        }

        return body.ToArray();
    }
    private static async Task<int> ReadAsync(Stream stream, byte[] chunk, CancellationToken cancellationToken)
    {
        try
        {
#pragma warning disable CA1835 // .NET Standard has no overload that takes memory.
            return await stream.ReadAsync(chunk, 0, chunk.Length, cancellationToken).ConfigureAwait(false);
#pragma warning restore CA1835
        }
        catch (InvalidOperationException exception) when (exception is not ObjectDisposedException)
        {
            // Brotli's way to say what the other compressions say by InvalidDataException.
            throw new InvalidDataException(exception.Message, exception);
        }
    }
}
