namespace Amity.Core.Authentication;

/// <summary>What a request proves to the service, and nothing besides; from <c>security</c> in the spec.</summary>
internal enum Scheme
{
    /// <summary>The client's <see cref="AmityCredential"/>.</summary>
    Credential,

    /// <summary>Nothing: open to all.</summary>
    None,

    /// <summary>The API key of the network, <see cref="AmityClientOptions.ApiKey"/>.</summary>
    ApiKey,

    /// <summary>The server key of the network, <see cref="AmityClientOptions.ServerKey"/>.</summary>
    ServerKey,
}
