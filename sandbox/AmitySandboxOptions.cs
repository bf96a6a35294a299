using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Amity.Sandbox;

/// <summary>How a sandbox is set up; the defaults suit most tests.</summary>
public sealed class AmitySandboxOptions
{
    /// <summary>The port to listen on at 127.0.0.1; 0, the default, takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>The token that may do everything; a random one unless set. Never a real one: the page at the root contains it.</summary>
    public string? AdminToken { get; set; }

    /// <summary>Whether a user's requests beyond 100 in any 5 seconds get a 429; off by default.</summary>
    public bool EnforceRateLimit { get; set; }

    /// <summary>Whether a user's session needs the auth token of that user, as in networks in secure mode; off by default, where one that comes must still be theirs.</summary>
    public bool RequireAuthTokens { get; set; }

    /// <summary>The clock for every date and every limit in time of the sandbox; the system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The public key that watch-time reports must be signed for; without it any signature is accepted.</summary>
    public RSA? WatchTimeKey { get; set; }

    /// <summary>
    /// Whether writes that keep no state respond with the contract's examples too, as if they had been done; off by default, so that no test takes
    /// them for done: they respond 501.
    /// </summary>
    public bool RespondFromExamples { get; set; }

    /// <summary>Where the sandbox logs, once per operation, that it responds with examples; nowhere by default.</summary>
    public ILoggerFactory LoggerFactory { get; set; } = NullLoggerFactory.Instance;

    /// <summary>Is called with each request and the sandbox's response before the caller gets the response, from several threads at once.</summary>
    public Action<SandboxExchange>? Observer { get; set; }
}
