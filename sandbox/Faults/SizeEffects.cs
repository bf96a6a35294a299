using System.IO.Compression;

namespace Amity.Sandbox.Faults;

/// <summary>A valid body that is too much.</summary>
internal static class SizeEffects
{
    private static readonly byte[] NestingStart = "\"sandboxNested\":"u8.ToArray();

    public static Task Announced(FaultScene scene)
    {
        scene.Response.ContentLength = Padding(scene) + scene.Body.Length;
        return Write(scene, scene.Response.Body);
    }

    public static Task Chunks(FaultScene scene) => Write(scene, scene.Response.Body);

    public static async Task Gzip(FaultScene scene)
    {
        scene.Response.Headers.ContentEncoding = "gzip";
        await using var gzip = new GZipStream(scene.Response.Body, CompressionLevel.Fastest, leaveOpen: true);
        await Write(scene, gzip);
    }

    public static Task Nested(FaultScene scene)
    {
        // In front of the first object stand the lists that it is in, each a level, as the object itself is one.
        int start = scene.Body.Span.IndexOf((byte)'{') + 1;
        if (start == 0)
        {
            return scene.SendAsync(scene.Body);
        }

        ReadOnlyMemory<byte> fields = scene.Body[start..];
        int arrays = scene.Settings.NestingDepth - start;
        byte[] nesting = new byte[arrays * 2];
        nesting.AsSpan(0, arrays).Fill((byte)'[');
        nesting.AsSpan(arrays).Fill((byte)']');
        byte[] comma = fields.Span[0] == (byte)'}' ? [] : [(byte)','];
        return scene.SendAsync((byte[])[.. scene.Body[..start].Span, .. NestingStart, .. nesting, .. comma, .. fields.Span]);
    }

    private static long Padding(FaultScene scene) => Math.Max(0, scene.Settings.OversizedBytes - scene.Body.Length);

    // Blanks before a body are no part of what JSON says, whatever it is.
    private static async Task Write(FaultScene scene, Stream target)
    {
        byte[] block = new byte[64 * 1024];
        block.AsSpan().Fill((byte)' ');
        for (long left = Padding(scene); left > 0; left -= block.Length)
        {
            await target.WriteAsync(block.AsMemory(0, (int)Math.Min(left, block.Length)), scene.Ending);
        }

        await target.WriteAsync(scene.Body, scene.Ending);
    }
}
