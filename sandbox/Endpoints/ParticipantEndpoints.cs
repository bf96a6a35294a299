using Amity.Sandbox.Pipeline;
using Amity.Sandbox.State;
using Amity.Sandbox.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Amity.Sandbox.Endpoints;

/// <summary>The people on the stage of a room.</summary>
internal static class ParticipantEndpoints
{
    public static void MapParticipants(this IEndpointRouteBuilder api) =>
        api.MapDelete("/api/v1/rooms/{roomId}/participants", Remove)
            .WithName("removeParticipant")
            .WithMetadata(ModeratorsOnly.Mark);

    private static RoomResponse Remove(string roomId, [FromBody] RemoveParticipantBody body, SandboxState state, Caller caller)
    {
        lock (state.Gate)
        {
            var room = state.RequireRoom(roomId);
            Participant[] remaining = [.. room.Participants.Where(participant => participant.UserId != body.ParticipantUserId)];
            if (remaining.Length == room.Participants.Count)
            {
                throw Reject.NotFound("Participant");
            }

            return state.Response(state.Rooms.Replace(room with { Participants = remaining, UpdatedAt = state.Now }), caller);
        }
    }
}
