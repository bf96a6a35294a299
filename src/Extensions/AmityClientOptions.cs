namespace Amity;

/// <summary>What a client may be told beyond its region and credential.</summary>
public sealed class AmityClientOptions
{
    /// <summary>
    /// The handler that requests go through; by default the client makes its own.
    /// Automatic redirects must be off, or a redirect could carry the credential to another host. The caller disposes it.
    /// </summary>
    public HttpMessageHandler? Handler { get; set; }
}
