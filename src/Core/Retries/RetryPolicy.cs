namespace Amity.Core.Retries;

/// <summary>What is sent again after what, and how long after; <c>docs/reliability.md</c> shows the table for readers.</summary>
internal static class RetryPolicy
{
    /// <summary>The first wait of our own choice; it doubles from there, with jitter.</summary>
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait of our own choice: the service's allowance is full again after its window of 5 seconds.</summary>
    private static readonly TimeSpan Longest = AmityRateLimit.ServiceWindow;

    /// <summary>Whether a call that ended so may be sent again.</summary>
    internal static bool Allows(Repeat repeat, AmityException failure) => (repeat, failure) switch
    {
        (_, AmityRateLimitException { Category: AmityErrorCategory.RateLimited }) => true,
        (_, AmityTransportException { Failure: AmityTransportFailure.Unreachable or AmityTransportFailure.NameResolution }) => true,
        (_, AmityTransportException { Failure: AmityTransportFailure.ProxyRejected, ProxyStatusCode: >= 500 }) => true,
        (Repeat.Safe, AmityTransportException { Failure: AmityTransportFailure.Reset or AmityTransportFailure.Timeout or AmityTransportFailure.Malformed }) => true,
        (Repeat.Safe, AmityApiException { StatusCode: 408 or 500 or 502 or 503 or 504 }) => true,
        _ => false,
    };

    /// <summary>How long to wait after a failure.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="retries">How often the call was sent again before.</param>
    /// <param name="isPaused">Whether the next attempt waits for a rate limit that the failure has paused, so that waiting here would wait twice.</param>
    /// <param name="longestAsked">The longest wait that the service is granted.</param>
    internal static TimeSpan DelayAfter(AmityException failure, int retries, bool isPaused, TimeSpan longestAsked) => failure switch
    {
        AmityRateLimitException when isPaused => TimeSpan.Zero,
        AmityRateLimitException limit => AfterRateLimit(limit.RetryAfter, longestAsked),
        AmityApiException { RetryAfter: { } asked } => RetryAfter.Limited(asked, longestAsked),
        _ => WithJitter(Math.Min(Longest.Ticks, First.Ticks * Math.Pow(2, retries))),
    };

    /// <summary>What a 429 asks for, within its limits; without a word, half to a whole window of the service.</summary>
    internal static TimeSpan AfterRateLimit(TimeSpan? asked, TimeSpan longestAsked) =>
        asked is { } wait ? RetryAfter.Limited(wait, longestAsked) : WithJitter(Longest.Ticks);

    // Half to all of it: clients that failed together do not come back together.
    private static TimeSpan WithJitter(double ticks) => TimeSpan.FromTicks((long)(ticks * (0.5 + (NextRandom() / 2))));

#if NET
    private static double NextRandom() => Random.Shared.NextDouble();
#else
    [ThreadStatic]
    private static Random? _random;

    private static double NextRandom() => (_random ??= new Random(Guid.NewGuid().GetHashCode())).NextDouble();
#endif
}
