using Microsoft.AspNetCore.Http;

namespace Amity.Sandbox.Pipeline;

/// <summary>Marks a request that nothing keeps from its endpoint any more.</summary>
internal sealed class HandlerReached
{
    private static readonly HandlerReached Mark = new();

    public static Task MarkAsync(HttpContext context, RequestDelegate next)
    {
        context.Features.Set(Mark);
        return next(context);
    }
}
