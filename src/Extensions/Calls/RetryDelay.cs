namespace Amity;

/// <summary>How long to wait before a call is sent again.</summary>
internal static class RetryDelay
{
    /// <summary>The first wait; it doubles from there, with jitter.</summary>
    internal static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);

    /// <summary>The shortest wait that a service can ask for: one of no time, or of a time that is over, would be no wait at all.</summary>
    private static readonly TimeSpan ShortestAsked = First;

    /// <summary>The longest wait of our own choice: the service's allowance is full again after its window of 5 seconds.</summary>
    internal static readonly TimeSpan Longest = ServiceLimits.Window;

    /// <summary>The wait after a failure; null leaves it to the exponential one.</summary>
    internal static TimeSpan? After(Exception? failure, AmityCall call, AmityClientOptions options) => failure switch
    {
        // Waiting here too would wait twice.
        AmityRateLimitException when call.IsPausedByItsLimit => TimeSpan.Zero,
        AmityRateLimitException limit => AfterRateLimit(limit.RetryAfter, options.MaxRetryAfter),
        AmityApiException { RetryAfter: { } asked } => Clamp(asked, options.MaxRetryAfter),
        _ => null,
    };

    /// <summary>What a 429 asks for, within its limits; without a word, half to a whole window of the service.</summary>
    internal static TimeSpan AfterRateLimit(TimeSpan? asked, TimeSpan longestAsked) =>
        asked is { } wait ? Clamp(wait, longestAsked) : TimeSpan.FromTicks((long)(Longest.Ticks * (0.5 + (Polyfills.NextRandom() / 2))));

    private static TimeSpan Clamp(TimeSpan asked, TimeSpan longest)
    {
        var wait = asked < ShortestAsked ? ShortestAsked : asked;
        return wait < longest ? wait : longest;
    }
}
