using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Nodes;
using Amity.Sandbox.Contract;
using Amity.Sandbox.Operations;

namespace Amity.Sandbox;

/// <summary>What a script lets an operation respond with; what its contract does not allow meets a 500 that says what is wrong.</summary>
public sealed class SandboxResponse
{
    private readonly Func<SandboxCall, OperationReply> _reply;

    private SandboxResponse(Func<SandboxCall, OperationReply> reply) => _reply = reply;

    /// <summary>The success of an operation that confirms, or responds with its status alone.</summary>
    public static SandboxResponse Success { get; } = new(call =>
        call.Operation.Result.Kind is "confirmation" or "none" ? call.Done() : ScriptMistake.Make(call, "its result is more than a confirmation"));

    /// <summary>The operation's success with this JSON as its body.</summary>
    /// <exception cref="ArgumentException">The text is not JSON.</exception>
    public static SandboxResponse Json([StringSyntax(StringSyntaxAttribute.Json)] string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var fault = StrictJson.FindFault(Encoding.UTF8.GetBytes(json));
        return fault is null
            ? new SandboxResponse(call => FromJson(call, JsonNode.Parse(json)))
            : throw new ArgumentException($"The response is not JSON: {fault}", nameof(json));
    }

    /// <summary>The success of an operation that responds with a text.</summary>
    public static SandboxResponse Text(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new SandboxResponse(call =>
            call.Operation.Success.IsText ? call.PlainText(text) : ScriptMistake.Make(call, "its result is not a text"));
    }

    /// <summary>The success of an operation that redirects.</summary>
    public static SandboxResponse Redirect(Uri location)
    {
        ArgumentNullException.ThrowIfNull(location);
        return new SandboxResponse(call => call.Operation.SuccessStatus is >= 300 and < 400
            ? OperationReply.Redirect(location.OriginalString, call.Operation.SuccessStatus)
            : ScriptMistake.Make(call, "its result is not a redirect"));
    }

    /// <summary>
    /// The operation's success with documents of <see cref="AmitySandbox.Documents"/>, by their ids, of the type that its result is of, and
    /// with everything that they refer to.
    /// </summary>
    public static SandboxResponse Documents(params IReadOnlyList<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        string[] wanted = [.. ids];
        return new SandboxResponse(call => FromDocuments(call, wanted));
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

    private static OperationReply FromJson(SandboxCall call, JsonNode? json)
    {
        if (call.Operation.Success is not { IsJson: true, Schema: { } schema })
        {
            return ScriptMistake.Make(call, "its result is not JSON");
        }

        List<string> violations = [.. schema.Check("body", ContractSchema.ToElement(json), isStrict: true).Select(violation => violation.Text)];
        return violations.Count == 0 ? call.Json(json!) : ScriptMistake.Make(call, [.. violations]);
    }

    private static OperationReply FromDocuments(SandboxCall call, string[] ids) =>
        DocumentReads.ResultTypeOf(call.Operation) is not { } type ? ScriptMistake.Make(call, "its result is not of entities with ids")
        : call.Operation.Result.Kind is "one" or "response" && ids.Length != 1 ? ScriptMistake.Make(call, $"its result is one {type}")
        : Array.Find(ids, id => call.Find(type, id) is null) is { } missing ? ScriptMistake.Make(call, $"there is no {type} {missing}")
        : call.Entities(ids.Select(id => call.Find(type, id)!));
}
