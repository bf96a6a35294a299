using Amity.Core.Errors;

namespace Amity;

/// <summary>
/// The service responded, and the response is a rejection or a failure: any status other than 2xx, or a 2xx that says it failed.
/// </summary>
public partial class AmityApiException : AmityException
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
}
