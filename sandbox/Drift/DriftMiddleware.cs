using Amity.Sandbox.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Amity.Sandbox.Drift;

/// <summary>Changes the responses of operations that drift.</summary>
internal sealed class DriftMiddleware(RequestDelegate next, SandboxDrifts drifts)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Operation() is not { } operation || drifts.For(operation.Id) is not { Count: > 0 } kinds)
        {
            await next(context);
            return;
        }

        var wire = context.Response.Body;
        using var trueBody = new MemoryStream();
        context.Response.Body = trueBody;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = wire;
        }

        var response = new DriftedResponse(context.Response, operation, trueBody.ToArray());
        foreach (var kind in kinds)
        {
            DriftEffects.Of(kind)(response);
        }

        await response.SendAsync(context.RequestAborted);
    }
}
