using Amity.Sandbox.State;
using Microsoft.AspNetCore.Http;

namespace Amity.Sandbox.Pipeline;

/// <summary>Rejects what a user sends beyond the documented rate, when the sandbox enforces it.</summary>
internal sealed class RateLimit(RequestDelegate next, UserRateLimits rateLimits)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (rateLimits.IsEnforced
            && context.Features.Get<Caller>() is { } caller
            && !rateLimits.Of(caller.UserId).TryEnter())
        {
            throw Reject.TooManyRequests();
        }

        return next(context);
    }
}
