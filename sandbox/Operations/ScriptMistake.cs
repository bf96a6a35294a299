namespace Amity.Sandbox.Operations;

/// <summary>The response to a request whose script is wrong.</summary>
internal static class ScriptMistake
{
    public static OperationReply Make(SandboxCall call, params IReadOnlyList<string> details) => Reject.Failure(
        $"The script of {call.Operation.Id} is wrong: it must respond with what the contract allows; for anything else there is AmitySandbox.Drift.",
        details);
}
