using Amity.Core.Errors;
using Amity.Core.Http;
using Amity.Core.Retries;

namespace Amity;

/// <summary>
/// The service responded, and the response is a rejection or a failure: any status other than 2xx, or a 2xx that says it failed.
/// </summary>
public class AmityApiException : AmityException
{
    internal AmityApiException(RequestName request, int statusCode, string reason, AmityRejection? rejection = null)
        : base(request.Operation, Describe(request, statusCode, reason, rejection?.Code))
    {
        StatusCode = statusCode;
        ErrorCode = rejection?.Code;
        ServiceMessage = rejection?.Message;
        Details = rejection?.Details ?? [];
        ResponseBody = rejection?.Body;
        RetryAfter = rejection?.RetryAfter;
    }

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; }

    /// <summary>The service's own code; null when the response has none.</summary>
    public AmityErrorCode? ErrorCode { get; }

    /// <summary>What the rejection means, read from status and code together.</summary>
    public AmityErrorCategory Category => CategoryOf(StatusCode, ErrorCode);

    /// <summary>The service's own words, at most 1,000 characters and in one line; null when the response has none.</summary>
    public string? ServiceMessage { get; }

    /// <summary>What the service adds to its message, at most 100 lines of 1,000 characters; empty when it adds nothing.</summary>
    public IReadOnlyList<string> Details { get; }

    /// <summary>
    /// The response's body as text, at most 8,192 characters, without the credential; null when it could not be read, and when a 2xx
    /// response says that it failed.
    /// </summary>
    public string? ResponseBody { get; }

    /// <summary>How long the response asks to wait before the next call; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>The exception of a status: that of 429 has a type of its own.</summary>
    internal static AmityApiException Of(RequestName request, int statusCode, string reason, AmityRejection rejection) => statusCode == 429
        ? new AmityRateLimitException(request, statusCode, reason, rejection)
        : new AmityApiException(request, statusCode, reason, rejection);

    private static string Describe(RequestName request, int statusCode, string reason, AmityErrorCode? code) =>
        $"{request.Operation} failed: {reason.TrimEnd('.')} (HTTP {statusCode}{(code is null ? null : $", code {code}")}). {request}";

    // A code alone is not enough: 500000 is also validation, and 400100 has three meanings.
    private static AmityErrorCategory CategoryOf(int statusCode, AmityErrorCode? code) => statusCode switch
    {
        _ when code == AmityErrorCode.QuotaUsedUp => AmityErrorCategory.QuotaUsedUp,
        >= 200 and < 300 => AmityErrorCategory.FailedOperation,
        400 or 413 or 422 => AmityErrorCategory.InvalidRequest,
        401 => AmityErrorCategory.Unauthorized,
        403 when code == AmityErrorCode.UsersCannotBeBanned => AmityErrorCategory.UsersRejected,
        403 when code == AmityErrorCode.AlreadyExists => AmityErrorCategory.Conflict,
        403 => AmityErrorCategory.Forbidden,
        404 => AmityErrorCategory.NotFound,
        409 => AmityErrorCategory.Conflict,
        429 => AmityErrorCategory.RateLimited,
        408 or >= 500 => AmityErrorCategory.ServiceFailure,
        _ => AmityErrorCategory.Other,
    };
}
