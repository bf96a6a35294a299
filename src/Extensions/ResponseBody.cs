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
#pragma warning disable CA1835 // .NET Standard has no overload that takes memory.
        while ((count = await stream.ReadAsync(chunk, 0, chunk.Length, cancellationToken).ConfigureAwait(false)) > 0)
#pragma warning restore CA1835
        {
            if (body.Length + count > limit)
            {
                throw new AnswerTooLargeException(limit);
            }

            body.Write(chunk, 0, count);
        }

        return body.ToArray();
    }
}
