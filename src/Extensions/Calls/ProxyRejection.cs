using System.Globalization;

namespace Amity;

/// <summary>Reads which proxy rejected a tunnel, and with which status, from the only place where .NET says so: its message.</summary>
internal static class ProxyRejection
{
    internal static AmityTransportException Read(string message, AmityRequest request)
    {
        var quoted = message.Split('\'');
        // Host and port alone: the address of a proxy can hold a password.
        var name = quoted.Length > 1 && Uri.TryCreate(quoted[1], UriKind.Absolute, out var address) ? $" {address.Authority}" : null;
        int? status = quoted.Length > 3 && int.TryParse(quoted[3], NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;
        var reason = $"the proxy{name} rejected the connection{(status is null ? null : $" with status {status}")}";
        return new AmityTransportException(request, AmityTransportFailure.ProxyRejected, reason) { ProxyStatusCode = status };
    }
}
