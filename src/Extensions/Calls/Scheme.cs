namespace Amity;

/// <summary>What a request proves to the service, and nothing besides; from <c>security</c> in the spec.</summary>
internal enum Scheme
{
    /// <summary>The client's <see cref="AmityCredential"/>.</summary>
    Credential,

    /// <summary>Nothing: open to all.</summary>
    None,

    /// <summary><see cref="AmityClientOptions.ApiKey"/>.</summary>
    ApiKey,

    /// <summary><see cref="AmityClientOptions.ServerKey"/>.</summary>
    ServerKey,
}
