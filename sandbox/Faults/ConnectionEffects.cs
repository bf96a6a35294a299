using System.Net.Sockets;

using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Amity.Sandbox.Faults;

/// <summary>Ending the connection without a response.</summary>
internal static class ConnectionEffects
{
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(2);

    public static Task Reset(FaultScene scene)
    {
        // Closed with no time to linger, a socket sends RST; whether Kestrel's own abort does differs by version.
        SocketOf(scene).Close(timeout: 0);
        scene.Context.Abort();
        return Task.CompletedTask;
    }

    public static async Task Close(FaultScene scene)
    {
        SocketOf(scene).Shutdown(SocketShutdown.Send);
        try
        {
            // Kestrel's abort may send RST, and that may overtake the FIN, so the client closes first.
            await Task.Delay(LongestFarewell, scene.Ending);
        }
        finally
        {
            scene.Context.Abort();
        }
    }

    private static Socket SocketOf(FaultScene scene) =>
        scene.Context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
}
