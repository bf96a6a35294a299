using Amity.Sandbox.Wire;

namespace Amity.Sandbox.Pipeline;

/// <summary>The documented errors, each with its status and the service's own code.</summary>
internal static class Refuse
{
    public static RefusedException BadRequest(string message, params IReadOnlyList<string> details) =>
        Create(400, 400000, message, details);

    public static RefusedException Unauthorized() =>
        Create(401, 400100, "Not authorised: the token is missing or unknown.");

    public static RefusedException NotModerator() =>
        Create(403, 400301, "Permission denied: the caller may not moderate rooms.");

    public static RefusedException CannotBeBanned() =>
        Create(403, 400306, "At least one of the users cannot be banned.");

    public static RefusedException NotFound(string what) =>
        Create(404, 400400, $"{what} not found.");

    public static RefusedException TooLarge() =>
        Create(413, 500000, "Payload too large.");

    public static RefusedException Invalid(params IReadOnlyList<string> details) =>
        Create(422, 500000, "Validation failed.", details);

    public static RefusedException TooManyRequests() =>
        Create(429, 400311, "Too many requests: more than 100 in 5 seconds.");

    public static RefusedException Failure(string message, params IReadOnlyList<string> details) =>
        Create(500, 500000, message, details);

    private static RefusedException Create(int httpStatus, int code, string message, params IReadOnlyList<string> details) =>
        new(httpStatus, new ErrorAnswer(code, message, details.Count == 0 ? null : new ErrorData(details)));
}
