using System.Net;
using Amity.Tests.Faults;

namespace Amity.Tests.Hostile;

/// <summary>Clients of a hostile server: without retries unless asked for, and with timeouts that only a fault reaches.</summary>
internal static class Clients
{
    internal const string Token = "token-of-the-tests";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    internal static AmityClient Of(RawServer server, Action<AmityClientOptions>? configure = null, AmityCredential? credential = null) =>
        At(server.Address, configure, credential);

    internal static AmityClient At(Uri address, Action<AmityClientOptions>? configure = null, AmityCredential? credential = null)
    {
        var options = new AmityClientOptions
        {
            MaxRetries = 0,
            AttemptTimeout = TimeSpan.FromSeconds(30),
            Timeout = TimeSpan.FromSeconds(60),
        };
        configure?.Invoke(options);
        return new AmityClient(address, credential ?? AmityCredential.Bearer(Token), options);
    }

    /// <summary>A clock on which no wait lasts and no timeout ends, unless the test ends one.</summary>
    internal static void Use(this AmityClientOptions options, PromptClock clock)
    {
        options.TimeProvider = clock;
        options.AttemptTimeout = PromptClock.AttemptTimeout;
        options.Timeout = TimeSpan.FromHours(1);
    }

    /// <summary>A credential whose rate limit goes by the same clock.</summary>
    internal static AmityCredential Credential(TimeProvider clock) => AmityCredential.Bearer(Token, new AmityRateLimit(timeProvider: clock));

    /// <summary>A handler as the client makes its own, for tests that change something about it.</summary>
    internal static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
    };

    /// <summary>How a call failed; a call that hangs fails the test and not the whole run.</summary>
    internal static async Task<TException> FailureOf<TException>(Func<Task> call)
        where TException : Exception =>
        (await call.Awaiting(start => start().WaitAsync(Longest)).Should().ThrowAsync<TException>()).Which;
}
