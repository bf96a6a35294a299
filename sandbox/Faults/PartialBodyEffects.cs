namespace Amity.Sandbox.Faults;

/// <summary>Half of the body.</summary>
internal static class PartialBodyEffects
{
    public static async Task Stall(FaultedExchange exchange)
    {
        exchange.Response.ContentLength = exchange.Body.Length;
        await WriteHalf(exchange);
        await Task.Delay(Timeout.InfiniteTimeSpan, exchange.Ending);
    }

    public static Task CutAnnounced(FaultedExchange exchange)
    {
        exchange.Response.ContentLength = exchange.Body.Length;
        return CutShort(exchange);
    }

    public static Task CutChunks(FaultedExchange exchange) => CutShort(exchange);

    public static Task CutJson(FaultedExchange exchange) => exchange.SendAsync(Half(exchange));

    private static async Task CutShort(FaultedExchange exchange)
    {
        await WriteHalf(exchange);

        // An exception after the start is how Kestrel is made to send what it has and to close, without an end to the body;
        // an abort could lose the half that was just written.
        throw new IOException("The sandbox cuts this response short on purpose.");
    }

    private static async Task WriteHalf(FaultedExchange exchange)
    {
        await exchange.Response.Body.WriteAsync(Half(exchange), exchange.Ending);
        await exchange.Response.Body.FlushAsync(exchange.Ending);
    }

    private static ReadOnlyMemory<byte> Half(FaultedExchange exchange) => exchange.Body[..(exchange.Body.Length / 2)];
}
