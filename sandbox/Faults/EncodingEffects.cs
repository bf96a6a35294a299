using System.IO.Compression;

namespace Amity.Sandbox.Faults;

/// <summary>The true body in another wrapping.</summary>
internal static class EncodingEffects
{
    private const int GzipHeaderLength = 10;

    public static Task SendAsHtml(FaultedExchange exchange)
    {
        exchange.Response.ContentType = "text/html";
        return exchange.SendAsync(exchange.Body);
    }

    public static Task Gzip(FaultedExchange exchange)
    {
        exchange.Response.Headers.ContentEncoding = "gzip";
        return exchange.SendAsync(Compress(exchange.Body));
    }

    public static Task CorruptGzip(FaultedExchange exchange)
    {
        exchange.Response.Headers.ContentEncoding = "gzip";
        var bytes = Compress(exchange.Body);

        // Three bits set announce a block type that does not exist, so the first block fails already.
        bytes.AsSpan(GzipHeaderLength).Fill(0xFF);
        return exchange.SendAsync(bytes);
    }

    private static byte[] Compress(ReadOnlyMemory<byte> body)
    {
        var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            gzip.Write(body.Span);
        }

        return bytes.ToArray();
    }
}
