using Amity.Sandbox.Pipeline;
using Amity.Sandbox.State;
using Amity.Sandbox.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Amity.Sandbox.Endpoints;

/// <summary>Creating, finding, reading, changing and deleting rooms.</summary>
internal static class RoomEndpoints
{
    public static void MapRooms(this IEndpointRouteBuilder api)
    {
        api.MapPost("/api/v1/rooms", Create).WithName("createRoom");
        api.MapGet("/api/v1/rooms", List).WithName("listRooms");
        api.MapGet("/api/v1/rooms/{roomId}", Get).WithName("getRoom");
        api.MapPut("/api/v1/rooms/{roomId}", Update).WithName("updateRoom").WithMetadata(ModeratorsOnly.Mark);
        api.MapDelete("/api/v1/rooms/{roomId}", Delete).WithName("deleteRoom").WithMetadata(ModeratorsOnly.Mark);
    }

    private static RoomResponse Create(CreateRoomBody body, SandboxState state, Caller caller)
    {
        lock (state.Gate)
        {
            state.RequireFile(body.ThumbnailFileId);
            if (body.ParentRoomId is not null)
            {
                state.RequireRoom(body.ParentRoomId);
            }

            var creator = state.Users.GetOrAdd(caller.UserId);
            var room = NewRoom.Make(state, state.Ids.Next(), body.Title, creator) with
            {
                Type = body.Type,
                Description = body.Description,
                ThumbnailFileId = body.ThumbnailFileId,
                Metadata = body.Metadata,
                LiveChatEnabled = body.LiveChatEnabled,
                ParentRoomId = body.ParentRoomId,
                Participants = [new Participant(ParticipantTypes.Host, creator.UserId, creator.UserInternalId)],
            };
            return state.Response(state.Rooms.Add(room), caller);
        }
    }

    private static RoomPageResponse List(
        SandboxState state,
        PageTokens tokens,
        Caller caller,
        [FromQuery] string[] statuses,
        [FromQuery] string? type,
        [FromQuery] string? sortBy,
        [FromQuery] bool? isDeleted,
        [FromQuery(Name = "options[limit]")] int? limit,
        [FromQuery(Name = "options[token]")] string? token)
    {
        lock (state.Gate)
        {
            var filter = new RoomFilter(statuses, type, sortBy, isDeleted);
            var (rooms, paging) =
                new RoomPager(state.Rooms, tokens, filter).Read(PageSize.Of(limit), token);
            var sideload = new SideloadBuilder(state, caller);
            foreach (var room in rooms)
            {
                sideload.Add(room);
            }

            return new RoomPageResponse(sideload.Build(), paging);
        }
    }

    private static RoomResponse Get(string roomId, SandboxState state, Caller caller)
    {
        lock (state.Gate)
        {
            return state.Response(state.RequireRoom(roomId), caller);
        }
    }

    private static RoomResponse Update(string roomId, UpdateRoomBody body, SandboxState state, Caller caller)
    {
        lock (state.Gate)
        {
            var room = state.RequireRoom(roomId);
            state.RequireFile(body.ThumbnailFileId);
            return state.Response(
                state.Rooms.Replace(room with
                {
                    Title = body.Title ?? room.Title,
                    Description = body.Description ?? room.Description,
                    ThumbnailFileId = body.ThumbnailFileId ?? room.ThumbnailFileId,
                    Metadata = body.Metadata ?? room.Metadata,
                    LiveChatEnabled = body.ChannelEnabled ?? room.LiveChatEnabled,
                    UpdatedAt = state.Now,
                }),
                caller);
        }
    }

    private static SuccessResponse Delete(string roomId, SandboxState state, Caller caller)
    {
        lock (state.Gate)
        {
            // The contract declares no 404 for this call, so an unknown room is a bad request.
            if (state.Rooms.Find(roomId) is not { IsDeleted: false } room)
            {
                throw Reject.BadRequest("There is no such room to delete.");
            }

            state.Rooms.Detach(state.Rooms.Replace(room.Delete(state.Now, caller.UserId)));
            return new SuccessResponse(true);
        }
    }
}
