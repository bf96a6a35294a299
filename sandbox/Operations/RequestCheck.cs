using Amity.Sandbox.Contract;

namespace Amity.Sandbox.Operations;

/// <summary>Holds a request against the contract's parameters and body.</summary>
internal static class RequestCheck
{
    /// <summary>What the request is rejected with; null when the contract allows it.</summary>
    public static OperationReply? FindRejection(ContractOperation operation, RequestValues request, ReadOnlyMemory<byte> body)
    {
        var violations = operation.Check(request, body);
        if (violations.Count == 0)
        {
            return null;
        }

        // Broken limits and unreadable values have an error each; an operation that declares only one of them gives that one.
        string[] details = [.. violations.Select(violation => violation.Text)];
        var (declares400, declares422) = (operation.Responses.ContainsKey(400), operation.Responses.ContainsKey(422));
        var isBadRequest = violations.All(violation => violation.IsBrokenLimit) ? declares400 || !declares422 : declares400 && !declares422;
        return isBadRequest ? Reject.BadRequest("Bad request.", details) : Reject.Invalid(details);
    }
}
