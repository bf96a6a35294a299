using System.Net;
using System.Net.Sockets;

namespace Amity.Tests.Faults;

/// <summary>Another host, which takes connections and never responds; it only shows whether anybody came.</summary>
internal sealed class SilentHost : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public SilentHost() => _listener.Start();

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/elsewhere");

    // The kernel has made the connection by then, whether it is accepted or not.
    public bool WasVisited => _listener.Pending();

    public void Dispose() => _listener.Stop();
}
