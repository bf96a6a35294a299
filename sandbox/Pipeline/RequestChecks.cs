using Amity.Sandbox.Contract;
using Microsoft.AspNetCore.Http;

namespace Amity.Sandbox.Pipeline;

/// <summary>Holds every request against the contract's parameters and body before its endpoint sees it.</summary>
internal sealed class RequestChecks(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Operation() is { } operation)
        {
            var violations = operation.Check(context.Request, context.Features.Get<BufferedBody>()?.Bytes ?? default);
            if (violations.Count > 0)
            {
                throw Rejection(operation, violations);
            }
        }

        return next(context);
    }

    // Broken limits and unreadable values have an error each; an operation that declares only one of them gives that one.
    private static RejectedException Rejection(OperationRules operation, IReadOnlyList<Violation> violations)
    {
        string[] details = [.. violations.Select(violation => violation.Text)];
        var preferBadRequest = violations.All(violation => violation.IsBrokenLimit);
        var isBadRequest = preferBadRequest
            ? operation.Declares(400) || !operation.Declares(422)
            : operation.Declares(400) && !operation.Declares(422);
        return isBadRequest ? Reject.BadRequest("Bad request.", details) : Reject.Invalid(details);
    }
}
