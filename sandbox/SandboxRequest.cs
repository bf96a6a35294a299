using System.Text.Json.Nodes;
using Amity.Sandbox.Operations;

namespace Amity.Sandbox;

/// <summary>A request to an operation that a test scripts; the contract allows it, and its credentials are valid.</summary>
public sealed class SandboxRequest
{
    private readonly SandboxCall _call;

    internal SandboxRequest(SandboxCall call) => _call = call;

    /// <summary>The operation, by its id in the contract.</summary>
    public string OperationId => _call.Operation.Id;

    /// <summary>The user whose token was sent; null where a key stood in its place, or nothing.</summary>
    public string? UserId => _call.Caller.UserId;

    /// <summary>The body as JSON; empty when there was none, and when it was no JSON object.</summary>
    public JsonObject Body => _call.Body;

    /// <summary>The value of a parameter in the path, the query or a header, such as "channelId" or "options[limit]"; null when it did not come.</summary>
    public string? Value(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return _call.Value(name);
    }
}
