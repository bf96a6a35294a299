using System.Text.Json;
using Amity.Sandbox.Wire;

namespace Amity.Sandbox.State;

/// <summary>A room made from a test's settings, which are checked like any other input.</summary>
internal static class SeededRoom
{
    public static Room Make(SandboxState state, SandboxRoomSettings settings)
    {
        var roomId = settings.RoomId ?? state.Ids.Next();
        Check(state, settings, roomId);
        var room = NewRoom.Make(state, roomId, settings.Title, state.Users.GetOrAdd(settings.CreatedBy));
        var createdAt = settings.CreatedAt ?? room.CreatedAt;
        room = room with
        {
            Type = settings.Type,
            Description = settings.Description,
            ThumbnailFileId = settings.ThumbnailFileId,
            LiveChatEnabled = settings.IsLiveChatEnabled,
            ParentRoomId = settings.ParentRoomId,
            TargetId = settings.CommunityId,
            TargetType = settings.CommunityId is null ? null : "community",
            ReferenceId = settings.PostId,
            ReferenceType = settings.PostId is null ? null : "post",
            Metadata = ParseMetadata(settings.MetadataJson),
            CreatedAt = createdAt,
        };
        return Advance(room, settings.Status, settings.LiveAt ?? createdAt, state.Now);
    }

    // A room reaches its state by the same steps as any other, so that it carries what each leaves behind.
    private static Room Advance(Room room, string status, DateTimeOffset liveAt, DateTimeOffset now) => status switch
    {
        RoomStatuses.Idle => room,
        RoomStatuses.Live => room.GoLive(liveAt),
        RoomStatuses.WaitingReconnect => room.GoLive(liveAt).LoseBroadcaster(),
        RoomStatuses.Ended => room.GoLive(liveAt).End(now),
        RoomStatuses.Recorded => room.GoLive(liveAt).End(now).Record(now),
        _ => throw new ArgumentException($"There is no room status {status}.", nameof(status)),
    };

    private static JsonElement? ParseMetadata(string? json)
    {
        try
        {
            return json is null ? null
                : JsonElement.Parse(json) is { ValueKind: JsonValueKind.Object } metadata ? metadata
                : throw new ArgumentException("The metadata of a room is a JSON object.");
        }
        catch (JsonException exception)
        {
            throw new ArgumentException("The metadata of a room is not JSON.", exception);
        }
    }

    private static void Check(SandboxState state, SandboxRoomSettings settings, string roomId)
    {
        IdArgument.CheckPathId(roomId, nameof(settings.RoomId));
        IdArgument.Check(settings.CreatedBy, nameof(settings.CreatedBy));
        Require(state.Rooms.Find(roomId) is null, $"There is a room {roomId} already.");
        Require(settings.Type is RoomTypes.DirectStreaming or RoomTypes.CoHosts, $"There is no room type {settings.Type}.");
        Require(
            settings.ParentRoomId is null || state.Rooms.Find(settings.ParentRoomId) is not null,
            $"There is no room {settings.ParentRoomId} to be the parent.");
        Require(
            settings.ThumbnailFileId is null || state.Files.ContainsKey(settings.ThumbnailFileId),
            $"There is no image {settings.ThumbnailFileId}.");
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new ArgumentException(message);
        }
    }
}
