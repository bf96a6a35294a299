namespace Amity;

/// <summary>The service refuses further requests for now: status 429. It names no <c>Retry-After</c> in known documents; the client waits on its own.</summary>
public sealed class AmityRateLimitException : AmityApiException
{
    internal AmityRateLimitException(AmityRequest request, int statusCode, string reason, AmityRefusal refusal)
        : base(request, statusCode, reason, refusal)
    {
    }

    internal AmityRateLimitException(AmityRequest request, int statusCode, string message, AmityErrorCode? code)
        : base(request, statusCode, message, code)
    {
    }
}
