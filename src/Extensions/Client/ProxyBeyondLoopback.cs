using System.Net;

namespace Amity;

/// <summary>
/// The system's proxy for every address but this machine's own: plain http is allowed for loopback because it does not leave the machine.
/// </summary>
internal sealed class ProxyBeyondLoopback(IWebProxy? proxy) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => proxy?.Credentials;
        set => throw new NotSupportedException();
    }

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : proxy!.GetProxy(destination);

    public bool IsBypassed(Uri host) => proxy is null || host.IsLoopback || proxy.IsBypassed(host);
}
