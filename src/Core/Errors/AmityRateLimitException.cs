using Amity.Core.Errors;

namespace Amity;

/// <summary>The service rejects further requests for now: status 429. It names no <c>Retry-After</c> in known documents; the client waits on its own.</summary>
public sealed class AmityRateLimitException : AmityApiException
{
    internal AmityRateLimitException(RequestName request, int statusCode, string reason, AmityRejection rejection)
        : base(request, statusCode, reason, rejection)
    {
    }
}
