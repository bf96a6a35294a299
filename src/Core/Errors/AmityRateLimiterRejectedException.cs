using Amity.Core.Errors;

namespace Amity;

/// <summary>
/// The <see cref="System.Threading.RateLimiting.RateLimiter"/> that the caller gave a credential granted no permit, as when its queue is
/// full: this attempt was not sent. An <see cref="AmityRateLimit"/> always grants one in the end.
/// </summary>
public sealed class AmityRateLimiterRejectedException : AmityException
{
    internal AmityRateLimiterRejectedException(RequestName request, TimeSpan? retryAfter)
        : base(request.Operation, $"{request.Operation} was not sent: the credential's rate limiter granted no permit. {request}")
    {
        RetryAfter = retryAfter;
    }

    /// <summary>How long the limiter says to wait before the next call; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; }
}
