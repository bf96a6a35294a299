using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amity.Sandbox.Operations;

namespace Amity.Sandbox;

/// <summary>What a script lets an operation respond with.</summary>
public sealed class SandboxResponse
{
    private readonly Func<SandboxCall, OperationReply> _reply;

    private SandboxResponse(Func<SandboxCall, OperationReply> reply) => _reply = reply;

    /// <summary>The operation's success without entities: its confirmation, or its status alone.</summary>
    public static SandboxResponse Success { get; } = new(call => call.Done());

    /// <summary>The operation's success with this JSON as its body, which the contract must allow.</summary>
    /// <exception cref="ArgumentException">The text is not JSON.</exception>
    public static SandboxResponse Json([StringSyntax(StringSyntaxAttribute.Json)] string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            var body = JsonElement.Parse(json);
            return new SandboxResponse(call => Checked(call, body));
        }
        catch (JsonException exception)
        {
            throw new ArgumentException("The response is not JSON.", nameof(json), exception);
        }
    }

    /// <summary>
    /// The operation's success with documents of <see cref="AmitySandbox.Documents"/>, by their ids, of the type that its result is of, and
    /// with everything that they refer to.
    /// </summary>
    public static SandboxResponse Documents(params IEnumerable<string> ids)
    {
        string[] wanted = [.. ids];
        return new SandboxResponse(call =>
            DocumentReads.ResultTypeOf(call.Operation) is not { } type ? Mistake(call, "its result is not of entities with ids")
            : Array.Find(wanted, id => call.Find(type, id) is null) is { } missing ? Mistake(call, $"there is no {type} {missing}")
            : call.Entities(wanted.Select(id => call.Find(type, id)!)));
    }

    /// <summary>A rejection, with the service's error body.</summary>
    /// <param name="status">The HTTP status, 400 to 599.</param>
    /// <param name="code">The service's code, such as 400300.</param>
    /// <param name="message">What the error says.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is not one of an error.</exception>
    public static SandboxResponse Error(int status, int code, string message)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        ArgumentNullException.ThrowIfNull(message);
        return new SandboxResponse(_ => Reject.Create(status, code, message));
    }

    internal OperationReply ToReply(SandboxCall call) => _reply(call);

    private static OperationReply Checked(SandboxCall call, JsonElement body)
    {
        List<string> violations = [.. (call.Operation.Success.Schema?.Check("body", body, isStrict: true) ?? []).Select(violation => violation.Text)];
        return violations.Count == 0 ? OperationReply.Json(call.Operation.SuccessStatus, JsonNode.Parse(body.GetRawText())!) : Mistake(call, [.. violations]);
    }

    private static OperationReply Mistake(SandboxCall call, params IReadOnlyList<string> details) =>
        Reject.Failure($"The script of {call.Operation.Id} responds with what the contract does not allow; for that there is AmitySandbox.Drift.", details);
}
