using System.Text.Json.Nodes;
using Amity.Sandbox.Areas.Users;
using Amity.Sandbox.Documents;

namespace Amity.Sandbox.Areas.Rooms;

/// <summary>A room as a document: what a new one holds, and what its states leave behind.</summary>
internal static class RoomDocument
{
    public const string Type = "Room";
    public const string DirectStreaming = "directStreaming";
    public const string CoHosts = "coHosts";
    public const string Host = "host";
    public const string CoHost = "coHost";

    /// <summary>A room as it is when nobody has broadcast into it yet.</summary>
    public static JsonObject New(SandboxState state, string roomId, string title, Document creator, DateTimeOffset createdAt) => new()
    {
        ["_id"] = roomId,
        ["roomId"] = roomId,
        ["type"] = DirectStreaming,
        ["liveChannelId"] = state.Ids.Next(),
        ["liveChatEnabled"] = true,
        ["title"] = title,
        ["status"] = "idle",
        ["participants"] = new JsonArray(),
        ["recordedPlaybackInfos"] = new JsonArray(),
        ["childRoomIds"] = new JsonArray(),
        ["createdAt"] = createdAt.ToWire(),
        ["createdBy"] = creator.Id,
        ["creatorInternalId"] = creator.InternalId(),
        ["updatedAt"] = state.Now.ToWire(),
        ["isDeleted"] = false,
        ["path"] = $"{state.NetworkId}/room/{roomId}",
    };

    public static JsonObject Participant(string type, Document user) => new()
    {
        ["type"] = type,
        ["userId"] = user.Id,
        ["userInternalId"] = user.InternalId(),
    };

    // A test may have put a room with as few fields as it likes.
    public static JsonArray List(this Document room, string field) => (room.Fields[field] ??= new JsonArray()).AsArray();

    public static IEnumerable<string> Texts(this Document room, string field) => room.List(field).Select(text => (string)text!);

    public static bool IsOnAir(this Document room) => room.Text("status") is "live" or "waitingReconnect";

    public static bool HasRecording(this Document room, string playbackId) =>
        room.List("recordedPlaybackInfos").Any(recording => PlaybackId(recording) == playbackId);

    /// <summary>The id of a recording, which stands in its address only.</summary>
    public static string? PlaybackId(JsonNode? recording) =>
        ((string?)recording?["url"])?.Split('/') is [.., var id, _] ? Uri.UnescapeDataString(id) : null;

    /// <summary>Puts a room into the store, and under its parent when it has one.</summary>
    public static Document AddRoom(this SandboxState state, JsonObject fields)
    {
        var rooms = state.Documents.Of(Type);
        var room = rooms.Put((string)fields["roomId"]!, fields);
        if (room.Text("parentRoomId") is { } parentId && rooms.Find(parentId) is { } parent)
        {
            parent.List("childRoomIds").Add(room.Id);
        }

        return room;
    }

    /// <summary>The viewers banned from a room.</summary>
    public static DocumentSet BansOf(this SandboxState state, Document room) => state.Documents.Of(ViewerBans.Type, room);
}
