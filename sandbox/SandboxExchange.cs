namespace Amity.Sandbox;

/// <summary>One request and its response, without headers and with *** for what the contract calls a secret.</summary>
/// <param name="OperationId">The operation, by its id in the contract, null for any other address.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path with its query.</param>
/// <param name="Status">The HTTP status of the response.</param>
/// <param name="RequestBody">The body sent, null when there was none.</param>
/// <param name="ResponseBody">The body responded, null when there was none.</param>
public sealed record SandboxExchange(
    string? OperationId,
    string Method,
    string Path,
    int Status,
    string? RequestBody,
    string? ResponseBody);
