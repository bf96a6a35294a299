using NewtonsoftIgnore = Newtonsoft.Json.JsonIgnoreAttribute;
using SystemTextIgnore = System.Text.Json.Serialization.JsonIgnoreAttribute;

namespace Amity;

/// <summary>
/// A network and who calls it, for <c>services.AddAmity(...)</c>; in a configuration section the keys have the names of the
/// properties. Read once, when the client is made, and checked when the application starts. Null or an empty string is not given.
/// </summary>
public sealed class AmityNetworkOptions
{
    /// <summary>The region that the network lives in: us, eu or sg. Either this or <see cref="BaseAddress"/>.</summary>
    public string? Region { get; set; }

    /// <summary>The address of a sandbox or a proxy, instead of a <see cref="Region"/>.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// A token that is sent as <c>Authorization: Bearer</c>; left out of JSON.
    /// One of this, <see cref="AdminToken"/> and <see cref="Credential"/>, or none where <see cref="ApiKey"/> or <see cref="ServerKey"/> is enough.
    /// </summary>
    [SystemTextIgnore]
    [NewtonsoftIgnore]
    public string? Token { get; set; }

    /// <summary>An admin token that is sent in the header <c>x-admin-token</c>; left out of JSON.</summary>
    [SystemTextIgnore]
    [NewtonsoftIgnore]
    public string? AdminToken { get; set; }

    /// <summary>
    /// Any other credential, such as one that renews its tokens; from code only. It brings its own rate limit, so <see cref="RateLimit"/>
    /// is not given beside it.
    /// </summary>
    public AmityCredential? Credential { get; set; }

    /// <summary>The network's API key, for the operations that go with it instead of the credential; left out of JSON.</summary>
    [SystemTextIgnore]
    [NewtonsoftIgnore]
    public string? ApiKey { get; set; }

    /// <summary>The network's server key, for the operations that go with it instead of the credential; left out of JSON.</summary>
    [SystemTextIgnore]
    [NewtonsoftIgnore]
    public string? ServerKey { get; set; }

    /// <summary>
    /// The credential's rate limit, where the service's 100 requests in 5 seconds are not this client's alone: three replicas of an
    /// application that call with one token take 33 requests each. Null for the whole of it.
    /// </summary>
    public AmityRateLimitOptions? RateLimit { get; set; }

    /// <summary>The client's further settings; its handler comes from <see cref="IHttpClientFactory"/>.</summary>
    public AmityClientOptions Client { get; set; } = new();

    internal Uri Address() => BaseAddress ?? AmityRegion.Parse(Region!).BaseAddress;

    internal AmityCredential Identity()
    {
        var rateLimit = RateLimit?.Open(Client.TimeProvider);
        return Credential
            ?? (!string.IsNullOrEmpty(Token) ? AmityCredential.Bearer(Token!, rateLimit)
            : !string.IsNullOrEmpty(AdminToken) ? AmityCredential.AdminToken(AdminToken!, rateLimit)
            : AmityCredential.None);
    }

    /// <summary>The client's settings, with the keys of the network.</summary>
    internal AmityClientOptions Settings()
    {
        var settings = Client.Checked();
        settings.ApiKey = Given(ApiKey) ?? settings.ApiKey;
        settings.ServerKey = Given(ServerKey) ?? settings.ServerKey;
        return settings;

        static string? Given(string? key) => string.IsNullOrEmpty(key) ? null : key;
    }
}
