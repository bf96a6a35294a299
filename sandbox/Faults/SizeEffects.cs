using System.IO.Compression;

namespace Amity.Sandbox.Faults;

/// <summary>A valid body that is too much.</summary>
internal static class SizeEffects
{
    private static readonly byte[] NestingStart = "\"sandboxNested\":"u8.ToArray();

    public static Task Announced(FaultedExchange exchange)
    {
        exchange.Response.ContentLength = Padding(exchange) + exchange.Body.Length;
        return Write(exchange, exchange.Response.Body);
    }

    public static Task Chunks(FaultedExchange exchange) => Write(exchange, exchange.Response.Body);

    public static async Task Gzip(FaultedExchange exchange)
    {
        exchange.Response.Headers.ContentEncoding = "gzip";
        await using var gzip = new GZipStream(exchange.Response.Body, CompressionLevel.Fastest, leaveOpen: true);
        await Write(exchange, gzip);
    }

    public static Task Nested(FaultedExchange exchange)
    {
        // In front of the first object stand the lists that it is in, each a level, as the object itself is one.
        var start = exchange.Body.Span.IndexOf((byte)'{') + 1;
        if (start == 0)
        {
            return exchange.SendAsync(exchange.Body);
        }

        var fields = exchange.Body[start..];
        var arrays = exchange.Settings.NestingDepth - start;
        var nesting = new byte[arrays * 2];
        nesting.AsSpan(0, arrays).Fill((byte)'[');
        nesting.AsSpan(arrays).Fill((byte)']');
        byte[] comma = fields.Span[0] == (byte)'}' ? [] : [(byte)','];
        return exchange.SendAsync((byte[])[.. exchange.Body[..start].Span, .. NestingStart, .. nesting, .. comma, .. fields.Span]);
    }

    private static long Padding(FaultedExchange exchange) => Math.Max(0, exchange.Settings.OversizedBytes - exchange.Body.Length);

    // Blanks before a body are no part of what JSON says, whatever it is.
    private static async Task Write(FaultedExchange exchange, Stream target)
    {
        var block = new byte[64 * 1024];
        block.AsSpan().Fill((byte)' ');
        for (var left = Padding(exchange); left > 0; left -= block.Length)
        {
            await target.WriteAsync(block.AsMemory(0, (int)Math.Min(left, block.Length)), exchange.Ending);
        }

        await target.WriteAsync(exchange.Body, exchange.Ending);
    }
}
