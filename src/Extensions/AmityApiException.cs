namespace Amity;

/// <summary>The service answered, and the answer is a refusal or a failure: any status other than 2xx, or a 2xx that says it failed.</summary>
public class AmityApiException : AmityException
{
    /// <summary>How much of an answer's body is kept, in characters.</summary>
    internal const int BodyLimit = 8192;

    internal AmityApiException(AmityRequest request, int statusCode, string reason, ApiError? error = null, string? body = null)
        : base(Describe(request, statusCode, reason, error?.Code))
    {
        Operation = request.Operation;
        StatusCode = statusCode;
        ServiceCode = error?.Code;
        ServiceMessage = error?.Message;
        Details = ApiErrorDetails.Read(error);
        ResponseBody = body is { Length: > BodyLimit } ? body.Substring(0, BodyLimit) : body;
    }

    /// <summary>The operation's id in the spec, such as <c>banViewers</c>.</summary>
    public string Operation { get; }

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; }

    /// <summary>The service's own code, such as 400300; null when the answer has none. One code has several meanings: read it together with the status.</summary>
    public int? ServiceCode { get; }

    /// <summary>The service's own words; null when the answer has none.</summary>
    public string? ServiceMessage { get; }

    /// <summary>What the service adds to its message, one line each; empty when it adds nothing.</summary>
    public IReadOnlyList<string> Details { get; }

    /// <summary>The answer's body as text, at most 8,192 characters; null when a 2xx answer says that it failed.</summary>
    public string? ResponseBody { get; }

    private static string Describe(AmityRequest request, int statusCode, string reason, int? code) =>
        $"{request.Operation} failed: {reason.TrimEnd('.')} (HTTP {statusCode}{(code is null ? null : $", code {code}")}). {request.Method} {request.Path}";
}
