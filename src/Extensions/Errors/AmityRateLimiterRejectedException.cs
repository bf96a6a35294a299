namespace Amity;

/// <summary>
/// The <see cref="System.Threading.RateLimiting.RateLimiter"/> that the caller gave a credential granted no permit, as when its queue is
/// full: this attempt was not sent. An <see cref="AmityRateLimit"/> always grants one in the end.
/// </summary>
public sealed class AmityRateLimiterRejectedException : AmityException
{
    internal AmityRateLimiterRejectedException(AmityRequest request, TimeSpan? retryAfter)
        : base($"{request.Operation} was not sent: the credential's rate limiter granted no permit. {request.Method} {request.Path}")
    {
        Operation = request.Operation;
        RetryAfter = retryAfter;
    }

    /// <summary>The operation's id in the spec, such as <c>banViewers</c>.</summary>
    public string Operation { get; }

    /// <summary>How long the limiter says to wait before the next call; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; }
}
