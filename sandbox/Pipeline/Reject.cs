using Amity.Sandbox.Wire;

namespace Amity.Sandbox.Pipeline;

/// <summary>The documented errors, each with its status and the service's own code.</summary>
internal static class Reject
{
    public static RejectedException BadRequest(string message, params IReadOnlyList<string> details) =>
        Create(400, 400000, message, details);

    public static RejectedException Unauthorized() =>
        Create(401, 400100, "Not authorised: the token is missing or unknown.");

    public static RejectedException NotModerator() =>
        Create(403, 400301, "Permission denied: the caller may not moderate rooms.");

    public static RejectedException CannotBeBanned() =>
        Create(403, 400306, "At least one of the users cannot be banned.");

    public static RejectedException NotFound(string what) =>
        Create(404, 400400, $"{what} not found.");

    public static RejectedException TooLarge() =>
        Create(413, 500000, "Payload too large.");

    public static RejectedException Invalid(params IReadOnlyList<string> details) =>
        Create(422, 500000, "Validation failed.", details);

    public static RejectedException TooManyRequests() =>
        Create(429, 400311, "Too many requests.");

    public static RejectedException Failure(string message, params IReadOnlyList<string> details) =>
        Create(500, 500000, message, details);

    private static RejectedException Create(int httpStatus, int code, string message, params IReadOnlyList<string> details) =>
        new(httpStatus, new ErrorResponse(code, message, details.Count == 0 ? null : new ErrorData(details)));
}

/// <summary>A request that gets a documented error.</summary>
internal sealed class RejectedException(int httpStatus, ErrorResponse response) : Exception(response.Message)
{
    public int HttpStatus { get; } = httpStatus;

    public ErrorResponse Response { get; } = response;
}
