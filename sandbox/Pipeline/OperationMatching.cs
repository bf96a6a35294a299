using Amity.Sandbox.Contract;
using Microsoft.AspNetCore.Http;

namespace Amity.Sandbox.Pipeline;

/// <summary>Finds out which operation of the contract a request is for.</summary>
internal sealed class OperationMatching(RequestDelegate next, ServiceContract contract)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (contract.Match(context.Request.Method, context.Request.Path.Value ?? "") is { } match)
        {
            context.Features.Set(match);
        }

        return next(context);
    }
}

/// <summary>What a request is for.</summary>
internal static class RequestedOperation
{
    public static MatchedOperation? Match(this HttpContext context) => context.Features.Get<MatchedOperation>();

    /// <summary>The operation; null outside the contract.</summary>
    public static ContractOperation? Operation(this HttpContext context) => context.Match()?.Operation;
}
