using Amity.Sandbox.Contract;
using Amity.Sandbox.State;
using Microsoft.AspNetCore.Http;

namespace Amity.Sandbox.Pipeline;

/// <summary>Finds out who calls an operation of the contract; everything else is open to all.</summary>
internal sealed class Authentication(RequestDelegate next, TokenRegistry tokens)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Operation() is { IsOpen: false } operation)
        {
            context.Features.Set(FindCaller(PresentedToken.Of(context.Request, operation)) ?? throw Reject.Unauthorized());
        }

        return next(context);
    }

    private Caller? FindCaller(PresentedToken? presented) =>
        presented is not null && tokens.Find(presented.Token) is { } caller && (caller.IsAdmin || !presented.IsForAdmin)
            ? caller
            : null;
}
