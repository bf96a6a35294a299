namespace Amity.Sandbox.Faults;

/// <summary>The true response, late.</summary>
internal static class LatencyEffects
{
    public static Task Wait(FaultedExchange exchange) => Task.Delay(exchange.Settings.Latency, exchange.Time, exchange.Ending);

    public static Task Send(FaultedExchange exchange) => exchange.SendAsync(exchange.TrueBody);

    public static async Task WaitAndSend(FaultedExchange exchange)
    {
        await Wait(exchange);
        await Send(exchange);
    }
}
