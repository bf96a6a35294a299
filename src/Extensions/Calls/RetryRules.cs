namespace Amity;

/// <summary>The one table of what is repeated after what; <c>docs/reliability.md</c> shows it for readers.</summary>
internal static class RetryRules
{
    /// <summary>Whether a call that ended so may be sent again.</summary>
    internal static bool Allow(Repeat repeat, AmityException failure) => (repeat, failure) switch
    {
        (_, AmityRateLimitException { Category: AmityErrorCategory.RateLimited }) => true,
        (_, AmityTransportException { Failure: AmityTransportFailure.Unreachable or AmityTransportFailure.NameResolution }) => true,
        (_, AmityTransportException { Failure: AmityTransportFailure.ProxyRejected, ProxyStatusCode: >= 500 }) => true,
        (Repeat.Safe, AmityTransportException { Failure: AmityTransportFailure.Reset or AmityTransportFailure.Timeout or AmityTransportFailure.Malformed }) => true,
        (Repeat.Safe, AmityApiException { StatusCode: 408 or 500 or 502 or 503 or 504 }) => true,
        _ => false,
    };
}
