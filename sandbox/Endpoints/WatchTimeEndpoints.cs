using Amity.Sandbox.Pipeline;
using Amity.Sandbox.State;
using Amity.Sandbox.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Amity.Sandbox.Endpoints;

/// <summary>Reports of how long rooms were watched.</summary>
internal static class WatchTimeEndpoints
{
    public static void MapWatchTime(this IEndpointRouteBuilder api) =>
        api.MapPost("/api/v3/user-event/room", Report).WithName("reportWatchTime");

    private static WatchTimeResponse Report(WatchTimeBody body, SandboxState state, WatchTimeSignature signature)
    {
        if (!signature.Fits(body))
        {
            throw Reject.Failure("Invalid signature.");
        }

        lock (state.Gate)
        {
            return state.UsedNonces.Add(body.NonceStr)
                ? new WatchTimeResponse(true)
                : throw Reject.Failure("The nonce was used before.");
        }
    }
}
