using System.IO.Compression;

namespace Amity.Sandbox.Faults;

/// <summary>Valid JSON that is too much.</summary>
internal static class SizeEffects
{
    private static readonly byte[] PaddingStart = "{\"sandboxPadding\":\""u8.ToArray();
    private static readonly byte[] NestingStart = "{\"sandboxNested\":"u8.ToArray();

    public static Task Announced(FaultScene scene)
    {
        (long padding, ReadOnlyMemory<byte> end) = Measure(scene);
        scene.Response.ContentLength = PaddingStart.Length + padding + end.Length;
        return Write(scene, scene.Response.Body, padding, end);
    }

    public static Task Chunks(FaultScene scene)
    {
        (long padding, ReadOnlyMemory<byte> end) = Measure(scene);
        return Write(scene, scene.Response.Body, padding, end);
    }

    public static async Task Gzip(FaultScene scene)
    {
        (long padding, ReadOnlyMemory<byte> end) = Measure(scene);
        scene.Response.Headers.ContentEncoding = "gzip";
        await using var gzip = new GZipStream(scene.Response.Body, CompressionLevel.Fastest, leaveOpen: true);
        await Write(scene, gzip, padding, end);
    }

    public static Task Nested(FaultScene scene)
    {
        // The outermost object is one level.
        int arrays = scene.Settings.NestingDepth - 1;
        byte[] nesting = new byte[arrays * 2];
        nesting.AsSpan(0, arrays).Fill((byte)'[');
        nesting.AsSpan(arrays).Fill((byte)']');
        return scene.SendAsync((byte[])[.. NestingStart, .. nesting, .. RestOf(scene.Body).Span]);
    }

    private static (long Padding, ReadOnlyMemory<byte> End) Measure(FaultScene scene)
    {
        byte[] end = [(byte)'"', .. RestOf(scene.Body).Span];
        return (Math.Max(0, scene.Settings.OversizedBytes - PaddingStart.Length - end.Length), end);
    }

    private static async Task Write(FaultScene scene, Stream target, long padding, ReadOnlyMemory<byte> end)
    {
        byte[] block = new byte[64 * 1024];
        block.AsSpan().Fill((byte)'x');
        await target.WriteAsync(PaddingStart, scene.Ending);
        for (long left = padding; left > 0; left -= block.Length)
        {
            await target.WriteAsync(block.AsMemory(0, (int)Math.Min(left, block.Length)), scene.Ending);
        }

        await target.WriteAsync(end, scene.Ending);
    }

    // The fields of the true object, to follow a field that was put before them.
    private static ReadOnlyMemory<byte> RestOf(ReadOnlyMemory<byte> body) =>
        body.Length == 2 ? body[1..] : (byte[])[(byte)',', .. body.Span[1..]];
}
