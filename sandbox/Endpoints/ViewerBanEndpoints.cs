using Amity.Sandbox.Pipeline;
using Amity.Sandbox.State;
using Amity.Sandbox.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Amity.Sandbox.Endpoints;

/// <summary>The viewers who are kept out of a room.</summary>
internal static class ViewerBanEndpoints
{
    private const string Route = "/api/v1/rooms/{roomId}/viewer-bans";

    public static void MapViewerBans(this IEndpointRouteBuilder api)
    {
        api.MapPost(Route, Ban).WithName("banViewers").WithMetadata(ModeratorsOnly.Mark);
        api.MapGet(Route, List).WithName("listViewerBans");
        api.MapDelete(Route, Unban).WithName("unbanViewers").WithMetadata(ModeratorsOnly.Mark);
    }

    private static SuccessResponse Ban(string roomId, ViewerIdsBody body, SandboxState state, Caller caller)
    {
        lock (state.Gate)
        {
            state.RequireRoom(roomId);
            User[] viewers = [.. body.UserIds.Select(state.Users.GetOrAdd)];

            // One response stands for the whole call, so one user who cannot be banned rejects it as a whole.
            if (!viewers.All(viewer => viewer.CanBeBanned))
            {
                throw Reject.CannotBeBanned();
            }

            var bans = state.BansOf(roomId);
            var moderator = state.Users.GetOrAdd(caller.UserId);
            foreach (var viewer in viewers)
            {
                bans.Ban(viewer, moderator, state.Now);
            }

            return new SuccessResponse(true);
        }
    }

    private static ViewerBanPageResponse List(
        string roomId,
        [FromQuery] int? limit,
        [FromQuery] string? token,
        SandboxState state,
        PageTokens tokens,
        Caller caller)
    {
        lock (state.Gate)
        {
            var room = state.RequireRoom(roomId);
            var (bans, paging) =
                new BanPager(state.BansOf(roomId), tokens, roomId).Read(PageSize.Of(limit), token);
            var sideload = new SideloadBuilder(state, caller).Add(room);
            foreach (var ban in bans)
            {
                sideload.Add(ban);
            }

            return new ViewerBanPageResponse(bans, sideload.Build(), paging);
        }
    }

    private static SuccessResponse Unban(string roomId, [FromBody] ViewerIdsBody body, SandboxState state)
    {
        lock (state.Gate)
        {
            state.RequireRoom(roomId);
            var bans = state.BansOf(roomId);
            foreach (var userId in body.UserIds)
            {
                bans.Unban(userId);
            }

            return new SuccessResponse(true);
        }
    }
}
