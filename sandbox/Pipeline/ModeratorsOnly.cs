using Microsoft.AspNetCore.Http;

namespace Amity.Sandbox.Pipeline;

/// <summary>Marks an endpoint that ordinary users may not call.</summary>
internal sealed class ModeratorsOnly
{
    public static readonly ModeratorsOnly Mark = new();
}

/// <summary>Keeps ordinary users out of the endpoints for moderators.</summary>
internal sealed class ModeratorGate(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ModeratorsOnly>() is not null
            && context.Features.Get<Caller>() is not { CanModerate: true })
        {
            throw Reject.NotModerator();
        }

        return next(context);
    }
}
