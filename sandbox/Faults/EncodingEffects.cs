using System.IO.Compression;

namespace Amity.Sandbox.Faults;

/// <summary>The true body in another wrapping.</summary>
internal static class EncodingEffects
{
    private const int GzipHeaderLength = 10;

    public static Task SendAsHtml(FaultScene scene)
    {
        scene.Response.ContentType = "text/html";
        return scene.SendAsync(scene.Body);
    }

    public static Task Gzip(FaultScene scene)
    {
        scene.Response.Headers.ContentEncoding = "gzip";
        return scene.SendAsync(Compress(scene.Body));
    }

    public static Task CorruptGzip(FaultScene scene)
    {
        scene.Response.Headers.ContentEncoding = "gzip";
        byte[] bytes = Compress(scene.Body);

        // Three bits set announce a block type that does not exist, so the first block fails already.
        bytes.AsSpan(GzipHeaderLength).Fill(0xFF);
        return scene.SendAsync(bytes);
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
