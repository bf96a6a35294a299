using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Amity.Sandbox.Faults;

/// <summary>Ending the connection without a response.</summary>
internal static class ConnectionEffects
{
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(2);

    public static Task Reset(FaultedExchange exchange)
    {
        // Closed with no time to linger, a socket sends RST; whether Kestrel's own abort does differs by version.
        SocketOf(exchange).Close(timeout: 0);
        exchange.Context.Abort();
        return Task.CompletedTask;
    }

    public static async Task Close(FaultedExchange exchange)
    {
        SocketOf(exchange).Shutdown(SocketShutdown.Send);
        try
        {
            // Kestrel's abort may send RST, and that may overtake the FIN, so the client closes first.
            await Task.Delay(CloseTimeout, exchange.Ending);
        }
        finally
        {
            exchange.Context.Abort();
        }
    }

    private static Socket SocketOf(FaultedExchange exchange) =>
        exchange.Context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
}
