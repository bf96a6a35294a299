namespace Amity;

/// <summary>
/// Every name that the library's traces, metrics and logs go by; <c>docs/telemetry.md</c> explains them and says what is never
/// recorded: tokens, addresses' paths, ids and bodies.
/// </summary>
public static class AmityTelemetry
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/>.</summary>
    public const string ActivitySourceName = "Amity";

    /// <summary>The name of the <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string MeterName = "Amity";

    /// <summary>The category of every log message.</summary>
    public const string LogCategory = "Amity";

    /// <summary>Tag: the operation's id in the spec, such as banViewers, or the helper's name, such as BulkBanViewers.</summary>
    public const string Operation = "amity.operation";

    /// <summary>Tag: how often the request was sent; 0 when it never was.</summary>
    public const string Attempts = "amity.attempts";

    /// <summary>Tag: how many pages an enumeration has fetched.</summary>
    public const string Pages = "amity.pages";

    /// <summary>Tag: how many ids a bulk call was given, without duplicates.</summary>
    public const string BulkSize = "amity.bulk.size";

    /// <summary>Tag: how many ids of a bulk call were done.</summary>
    public const string BulkDone = "amity.bulk.done";

    /// <summary>Tag, OpenTelemetry's: the HTTP method.</summary>
    public const string Method = "http.request.method";

    /// <summary>Tag, OpenTelemetry's: how often the request was sent again; left out when never.</summary>
    public const string Resends = "http.request.resend_count";

    /// <summary>Tag, OpenTelemetry's: the status of the last response.</summary>
    public const string StatusCode = "http.response.status_code";

    /// <summary>Tag, OpenTelemetry's: the host that was called.</summary>
    public const string ServerAddress = "server.address";

    /// <summary>Tag, OpenTelemetry's: its port.</summary>
    public const string ServerPort = "server.port";

    /// <summary>Tag, OpenTelemetry's: the status of a rejection, the kind of a transport failure, System.OperationCanceledException for any cancellation, or the type of any other exception.</summary>
    public const string ErrorType = "error.type";

    /// <summary>Histogram, in seconds: how long calls took with all their waits and attempts.</summary>
    public const string CallDuration = "amity.call.duration";

    /// <summary>Counter: requests that were sent again.</summary>
    public const string Retries = "amity.call.retries";

    /// <summary>Counter, in seconds: time that calls waited for their credential's rate limit.</summary>
    public const string RateLimitWait = "amity.rate_limit.wait";
}
