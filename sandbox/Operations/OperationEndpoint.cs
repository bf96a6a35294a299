using System.Text.Json.Nodes;
using Amity.Sandbox.Contract;
using Amity.Sandbox.Documents;
using Amity.Sandbox.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Amity.Sandbox.Operations;

/// <summary>Responds to every operation of the contract: from a test's script, from the state, or by the contract's example.</summary>
internal sealed class OperationEndpoint(
    RequestDelegate next,
    Authentication authentication,
    UserRateLimits rateLimits,
    OperationHandlers handlers,
    OperationScripts scripts,
    ExampleReplies examples,
    SandboxState state)
{
    public Task InvokeAsync(HttpContext context) => context.Match() is { } match
        ? Respond(context, match).AsDocumented(match.Operation).WriteAsync(context.Response)
        : next(context);

    private OperationReply Respond(HttpContext context, MatchedOperation match)
    {
        var (operation, values) = (match.Operation, new RequestValues(context.Request, match.PathValues));
        var body = context.Features.Get<BufferedBody>()?.Bytes ?? default;
        if (state.Run(() => authentication.FindCaller(context.Request, operation)) is not { } caller)
        {
            return Reject.Unauthorized();
        }

        if (!rateLimits.TryEnter(caller))
        {
            return Reject.TooManyRequests();
        }

        // A script decides for itself who may call.
        if (scripts.Find(operation.Id) is null && handlers.IsForModerators(operation.Id) && !caller.CanModerate)
        {
            return Reject.Forbidden();
        }

        if (RequestCheck.FindRejection(operation, values, body) is { } rejection)
        {
            return rejection;
        }

        context.Features.Set(HandlerReached.Mark);
        return state.Run(() => Handle(new SandboxCall(operation, values, Parse(context.Request, operation, body), caller, state, handlers)));
    }

    private OperationReply Handle(SandboxCall call)
    {
        if ((scripts.Find(call.Operation.Id) ?? handlers.Find(call.Operation.Id)) is { } handler)
        {
            return handler(call);
        }

        return DocumentReads.TypeOf(call.Operation) is { } type && (handlers.Keeps(type) || state.Documents.Has(type))
            ? DocumentReads.Read(call, type)
            : examples.Make(call.Operation);
    }

    // A body that the contract does not know was not checked either.
    private static JsonObject Parse(HttpRequest request, ContractOperation operation, ReadOnlyMemory<byte> body) =>
        operation.BodySchema is not null && !body.IsEmpty && request.HasJsonContentType() && JsonNode.Parse(body.Span) is JsonObject fields ? fields : [];
}
