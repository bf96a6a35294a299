using System.Text.Json;
using System.Text.Json.Nodes;
using Amity.Sandbox.Areas.Files;
using Amity.Sandbox.Areas.Users;
using Amity.Sandbox.Documents;

namespace Amity.Sandbox.Areas.Rooms;

/// <summary>A room made from a test's settings, which are checked like any other input.</summary>
internal static class SeededRoom
{
    public static Document Add(SandboxState state, SandboxRoomSettings settings)
    {
        var roomId = settings.RoomId ?? state.Ids.Next();
        Check(state, settings, roomId);
        var createdAt = settings.CreatedAt ?? state.Now;
        var room = RoomDocument.New(state, roomId, settings.Title, state.GetOrAddUser(settings.CreatedBy), createdAt);
        room["type"] = settings.Type;
        room["description"] = settings.Description;
        room["thumbnailFileId"] = settings.ThumbnailFileId;
        room["liveChatEnabled"] = settings.IsLiveChatEnabled;
        room["parentRoomId"] = settings.ParentRoomId;
        room["targetId"] = settings.CommunityId;
        room["targetType"] = settings.CommunityId is null ? null : "community";
        room["referenceId"] = settings.PostId;
        room["referenceType"] = settings.PostId is null ? null : "post";
        room["metadata"] = ParseMetadata(settings.MetadataJson);
        Require(RoomLifecycle.Advance(room, settings.Status, settings.LiveAt ?? createdAt, state.Now), $"There is no room status {settings.Status}.");
        return state.AddRoom(room);
    }

    private static JsonObject? ParseMetadata(string? json)
    {
        try
        {
            return json is null ? null
                : JsonNode.Parse(json) as JsonObject ?? throw new ArgumentException("The metadata of a room is a JSON object.");
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
        var rooms = state.Documents.Of(RoomDocument.Type);
        Require(rooms.Find(roomId) is null, $"There is a room {roomId} already.");
        Require(settings.Type is RoomDocument.DirectStreaming or RoomDocument.CoHosts, $"There is no room type {settings.Type}.");
        Require(
            settings.ParentRoomId is null || rooms.Find(settings.ParentRoomId) is not null,
            $"There is no room {settings.ParentRoomId} to be the parent.");
        Require(
            settings.ThumbnailFileId is null || state.Documents.Of(StoredImage.Type).Find(settings.ThumbnailFileId) is not null,
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
