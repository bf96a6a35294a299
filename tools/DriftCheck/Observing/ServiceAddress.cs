namespace Amity.DriftCheck.Observing;

/// <summary>Where a service is: a host, and the path that everything of the service begins with.</summary>
internal sealed class ServiceAddress(Uri address)
{
    private readonly string _basePath = address.AbsolutePath.TrimEnd('/');

    /// <summary>Host and port, the port only when it is not the usual one.</summary>
    public string Authority => address.Authority;

    public bool IsLoopback => address.IsLoopback;

    /// <exception cref="CannotCheckException">The text is no address to send a token to.</exception>
    public static ServiceAddress Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new CannotCheckException("--url is no http or https address.");
        }

        if (address.UserInfo.Length + address.Query.Length + address.Fragment.Length > 0)
        {
            throw new CannotCheckException("--url may have a host, a port and a path, and nothing else.");
        }

        // The token would go over the wire for everybody to read.
        return address.Scheme == "https" || address.IsLoopback
            ? new ServiceAddress(address)
            : throw new CannotCheckException("--url must be https; only this machine may be called over http.");
    }

    public Uri AddressOf(string target) => new(address.GetLeftPart(UriPartial.Authority) + _basePath + target);

    public bool IsHostOf(Uri other) => string.Equals(other.Authority, Authority, StringComparison.OrdinalIgnoreCase);

    /// <summary>The path below the service's address; null when the address is not there.</summary>
    public string? PathOf(Uri other) => IsHostOf(other) && other.AbsolutePath.StartsWith(_basePath + "/", StringComparison.Ordinal)
        ? other.AbsolutePath[_basePath.Length..]
        : null;
}
