namespace Amity.Core.Authentication;

/// <summary>The network's own keys, for operations that go without the user's credential, and the rate limit of those operations.</summary>
#pragma warning disable CA1001 // Of the rate limit only a timer would be disposed, which is not running unless somebody waits.
internal sealed class AmityKeys
#pragma warning restore CA1001
{
    private const string ApiKeyHeader = "x-api-key";
    private const string ServerKeyHeader = "x-server-key";

    private readonly AmityToken? _apiKey;
    private readonly AmityToken? _serverKey;

    internal AmityKeys(AmityClientOptions options, AmityRateLimit? rateLimit = null)
    {
        _apiKey = KeyOf(options.ApiKey);
        _serverKey = KeyOf(options.ServerKey);
        RateLimit = rateLimit ?? new AmityRateLimit(timeProvider: options.TimeProvider);
    }

    /// <summary>The headers that a key is sent in.</summary>
    internal static IReadOnlyList<string> Headers { get; } = [ApiKeyHeader, ServerKeyHeader];

    /// <summary>Shared by the copies of a client: the service counts these requests apart from those of any user.</summary>
    internal AmityRateLimit RateLimit { get; }

    /// <summary>The key of a call; null for one that is open to all.</summary>
    /// <exception cref="InvalidOperationException">The options do not have it.</exception>
    internal AmityToken? KeyFor(Scheme scheme, string operation) => scheme switch
    {
        Scheme.ApiKey => _apiKey ?? throw Missing(operation, nameof(AmityClientOptions.ApiKey)),
        Scheme.ServerKey => _serverKey ?? throw Missing(operation, nameof(AmityClientOptions.ServerKey)),
        _ => null,
    };

    internal static void Apply(HttpRequestMessage message, Scheme scheme, AmityToken key) =>
        message.Headers.Add(scheme == Scheme.ApiKey ? ApiKeyHeader : ServerKeyHeader, key.Value);

    private static AmityToken? KeyOf(string? key) => key is null ? null : new AmityToken(key);

    private static InvalidOperationException Missing(string operation, string option) =>
        new($"{operation} needs {nameof(AmityClientOptions)}.{option}, which is not set; nothing was sent.");
}
