namespace Amity;

/// <summary>Reads a body while honouring cancellation, which HttpContent's own buffering does not on every framework.</summary>
internal static class ResponseBody
{
    private const int ChunkSize = 81920;

    internal static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
#if NET
        using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        using var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
        using var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer, ChunkSize, cancellationToken).ConfigureAwait(false);
        return buffer.ToArray();
    }
}
