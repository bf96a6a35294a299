using Amity.Core.Arguments;
using Microsoft.Extensions.Logging;
using NewtonsoftIgnore = Newtonsoft.Json.JsonIgnoreAttribute;
using SystemTextIgnore = System.Text.Json.Serialization.JsonIgnoreAttribute;

namespace Amity;

/// <summary>The settings of a client beyond its region and credential; read once, when the client is made.</summary>
public sealed class AmityClientOptions
{
    // What lies outside of these is a mistake in the unit.
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestTime = TimeSpan.FromDays(1);

    // Each page ahead is kept in memory, and may be as large as a response is allowed to be.
    private const int MostPagesAhead = 100;

    /// <summary>
    /// The handler that requests go through; by default the client makes its own.
    /// Automatic redirects must be off, or a redirect could carry the credential to another host. Its proxy is its own: one that does not
    /// leave loopback out gets plain http that is meant for this machine. No timeout ends a handler that blocks its thread. The caller
    /// disposes it.
    /// </summary>
    public HttpMessageHandler? Handler { get; set; }

    /// <summary>
    /// Whether plain http is allowed beyond this machine, where anybody on the way can read the credential; false by default.
    /// </summary>
    public bool AllowInsecureHttp { get; set; }

    /// <summary>
    /// The network's API key, sent as <c>x-api-key</c> by the operations that go with it instead of the credential, such as those that
    /// open sessions; null by default. Left out of JSON.
    /// </summary>
    [SystemTextIgnore]
    [NewtonsoftIgnore]
    public string? ApiKey { get; set; }

    /// <summary>
    /// The network's server key, sent as <c>x-server-key</c> by the operations that go with it instead of the credential, such as those
    /// that make tokens for users; null by default. Left out of JSON.
    /// </summary>
    [SystemTextIgnore]
    [NewtonsoftIgnore]
    public string? ServerKey { get; set; }

    /// <summary>
    /// Whether requests wait for the <see cref="AmityCredential.RateLimit"/> of their credential, and those that go without it for one of
    /// their own: 100 in 5 seconds, shared by the copies of a client; true by default.
    /// </summary>
    public bool RateLimiting { get; set; } = true;

    /// <summary>
    /// How many times a call is sent again where repeating it is harmless, besides the first time; 3 by default, 0 for never.
    /// </summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>The longest wait that is granted to a <c>Retry-After</c> of the service, at most a day; 30 seconds by default.</summary>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long one attempt may take from sending to the last byte of its response, 10 milliseconds to a day; 30 seconds by default.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a call may take with all its waits and attempts, 10 milliseconds to a day; 5 minutes by default.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The largest response that is read, in bytes after decompression; 16 MiB by default.</summary>
    public int MaxResponseBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>How deep the JSON of a response may be nested, 1 to 1000; 64 by default.</summary>
    public int MaxJsonDepth { get; set; } = 64;

    /// <summary>
    /// How many values the JSON of a response may have, fields and items of lists at any depth, at least 1; 500,000 by default.
    /// </summary>
    public int MaxJsonValues { get; set; } = 500_000;

    /// <summary>How many pages one enumeration may fetch; 1,000,000 by default.</summary>
    public int MaxPages { get; set; } = 1_000_000;

    /// <summary>
    /// How many pages an enumeration fetches ahead, from its second page on, while the caller works on one, 0 to 100; 1 by default.
    /// </summary>
    public int PrefetchPages { get; set; } = 1;

    /// <summary>
    /// How many calls a bulk run has under way at once, besides what the rate limit allows; 100 by default, the service's allowance of one
    /// window.
    /// </summary>
    public int BulkConcurrency { get; set; } = AmityRateLimit.ServiceRequests;

    /// <summary>The clock for waits, timeouts and token expiry; the system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where the client logs to; nowhere by default, and with <c>services.AddAmity(...)</c> where the application does.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Rejects values that no client can work with, naming the option.</summary>
    internal AmityClientOptions Checked()
    {
        Guard.Secret(ApiKey, nameof(ApiKey), nameof(ApiKey));
        Guard.Secret(ServerKey, nameof(ServerKey), nameof(ServerKey));
        Guard.Range(MaxRetries, 0, int.MaxValue, nameof(MaxRetries));
        Guard.Range(MaxRetryAfter, TimeSpan.FromTicks(1), LongestTime, nameof(MaxRetryAfter));
        Guard.Range(AttemptTimeout, ShortestTimeout, LongestTime, nameof(AttemptTimeout));
        Guard.Range(Timeout, ShortestTimeout, LongestTime, nameof(Timeout));
        Guard.Range(MaxResponseBytes, 1, int.MaxValue, nameof(MaxResponseBytes));
        Guard.Range(MaxJsonDepth, 1, 1000, nameof(MaxJsonDepth));
        Guard.Range(MaxJsonValues, 1, int.MaxValue - 1, nameof(MaxJsonValues));
        Guard.Range(MaxPages, 1, int.MaxValue, nameof(MaxPages));
        Guard.Range(PrefetchPages, 0, MostPagesAhead, nameof(PrefetchPages));
        Guard.Range(BulkConcurrency, 1, int.MaxValue, nameof(BulkConcurrency));
        Guard.Required(TimeProvider, nameof(TimeProvider));
        return (AmityClientOptions)MemberwiseClone();
    }

    /// <summary>A changed copy, for a client that shares the connections and rate limits of the one with these options.</summary>
    /// <exception cref="ArgumentException">The change makes an option unusable, or is one of what is shared.</exception>
    internal AmityClientOptions With(Action<AmityClientOptions> change)
    {
        var changed = (AmityClientOptions)MemberwiseClone();
        change(changed);
        CheckShared(changed.Handler == Handler, nameof(Handler));
        CheckShared(changed.AllowInsecureHttp == AllowInsecureHttp, nameof(AllowInsecureHttp));
        CheckShared(changed.TimeProvider == TimeProvider, nameof(TimeProvider));
        return changed.Checked();

        static void CheckShared(bool isSame, string option)
        {
            if (!isSame)
            {
                throw new ArgumentException(
                    $"{option} belongs to what the copy shares with its client, and cannot be changed: make a client of its own.", nameof(change));
            }
        }
    }
}
