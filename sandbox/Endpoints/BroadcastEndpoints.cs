using Amity.Sandbox.Pipeline;
using Amity.Sandbox.State;
using Amity.Sandbox.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Amity.Sandbox.Endpoints;

/// <summary>Going on the air, and off it.</summary>
internal static class BroadcastEndpoints
{
    public static void MapBroadcasts(this IEndpointRouteBuilder api)
    {
        api.MapGet("/api/v1/rooms/{roomId}/token", GetCredentials).WithName("getBroadcastCredentials");
        api.MapPost("/api/v1/rooms/{roomId}/stop", Stop).WithName("stopRoom").WithMetadata(ModeratorsOnly.Mark);
    }

    private static BroadcastCredentials GetCredentials(string roomId, SandboxState state)
    {
        lock (state.Gate)
        {
            var room = state.RequireRoom(roomId);
            var id = Uri.EscapeDataString(roomId);
            return room.Type == RoomTypes.CoHosts
                ? new BroadcastCredentials(CoHostToken: $"sandbox-cohost-token-{id}", CoHostUrl: "wss://cohosts.example.com")
                : new BroadcastCredentials(DirectStreamUrl: $"srt://ingest.example.com:8890?streamid={id}&passphrase=sandbox-passphrase");
        }
    }

    private static RoomResponse Stop(string roomId, SandboxState state, Caller caller)
    {
        lock (state.Gate)
        {
            var room = state.RequireRoom(roomId);
            if (!RoomStatuses.IsOnAir(room.Status))
            {
                throw Reject.BadRequest($"Only a room on the air can be stopped, and this one is {room.Status}.");
            }

            return state.Response(state.Rooms.Replace(room.End(state.Now) with { UpdatedAt = state.Now }), caller);
        }
    }
}
