using System.Text.Json.Nodes;
using Amity.Sandbox.Contract;

namespace Amity.Sandbox.Operations;

/// <summary>The documented errors, each with its status and the service's own code.</summary>
internal static class Reject
{
    public static OperationReply BadRequest(string message, params IReadOnlyList<string> details) => Create(400, 400000, message, details);

    public static OperationReply Unauthorized() => Create(401, 400100, "Not authorised: the token is missing or unknown.");

    public static OperationReply Forbidden() => Create(403, 400301, "Permission denied: the caller may not do this.");

    public static OperationReply CannotBeBanned() => Create(403, 400306, "At least one of the users cannot be banned.");

    public static OperationReply NotFound(string what) => Create(404, 400400, $"{what} not found.");

    /// <summary>What an operation names does not exist; a bad request where the contract declares no 404.</summary>
    public static OperationReply Missing(ContractOperation operation, string what) =>
        operation.Responses.ContainsKey(404) ? NotFound(what) : BadRequest($"{what} not found.");

    public static OperationReply TooLarge() => Create(413, 500000, "Payload too large.");

    public static OperationReply Invalid(params IReadOnlyList<string> details) => Create(422, 500000, "Validation failed.", details);

    public static OperationReply TooManyRequests() => Create(429, 400311, "Too many requests.");

    public static OperationReply Failure(string message, params IReadOnlyList<string> details) => Create(500, 500000, message, details);

    public static OperationReply NoState(string operationId) => Create(
        501,
        500000,
        $"The sandbox keeps no state for {operationId}. Script it with AmitySandbox.Respond, or set AmitySandboxOptions.RespondFromExamples.");

    public static OperationReply Create(int status, int code, string message, params IReadOnlyList<string> details)
    {
        var error = new JsonObject { ["status"] = "error", ["code"] = code, ["message"] = message };
        if (details.Count > 0)
        {
            error["data"] = new JsonObject { ["detail"] = new JsonArray([.. details.Select(detail => JsonValue.Create(detail))]) };
        }

        return OperationReply.Json(status, error) with { Rejection = message };
    }
}
