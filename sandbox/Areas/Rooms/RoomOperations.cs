using System.Text.Json.Nodes;
using Amity.Sandbox.Areas.Files;
using Amity.Sandbox.Areas.Users;
using Amity.Sandbox.Documents;
using Amity.Sandbox.Operations;

namespace Amity.Sandbox.Areas.Rooms;

/// <summary>Rooms: creating, finding, changing, broadcasting, stopping and deleting.</summary>
internal static class RoomOperations
{
    public static void AddTo(OperationHandlers handlers)
    {
        handlers.Keep(RoomDocument.Type);
        handlers.Add("createRoom", Create);
        handlers.Add("listRooms", List);
        handlers.AddForModerators("updateRoom", OfRoom(Update));
        handlers.AddForModerators("deleteRoom", OfRoom(Delete));
        handlers.AddForModerators("stopRoom", OfRoom(Stop));
        handlers.AddForModerators("removeParticipant", OfRoom(RemoveParticipant));
        handlers.Add("getBroadcastCredentials", OfRoom(GetBroadcastCredentials));
        handlers.Add("getRecordingLocation", OfRoom((call, room) => RedirectToRecording(call, room, "recording.m3u8")));
        handlers.Add("getRecordingThumbnailLocation", OfRoom((call, room) => RedirectToRecording(call, room, "thumbnail.png")));

        // The documents promise playback addresses only to viewers who are not banned.
        handlers.Hide(RoomDocument.Type, (room, call) =>
            call.Caller.UserId is { } viewer && call.State.BansOf(room).Find(viewer) is not null ? RoomLifecycle.LiveFields : []);
    }

    /// <summary>Handles calls about a room, where it is there.</summary>
    public static OperationHandler OfRoom(Func<SandboxCall, Document, OperationReply> handle) => call =>
        call.Find(RoomDocument.Type, call.Path("roomId")) is { } room ? handle(call, room) : Reject.Missing(call.Operation, "Room");

    private static OperationReply Create(SandboxCall call)
    {
        if (RejectionOfFile(call) is { } rejection)
        {
            return rejection;
        }

        if (call.Text("parentRoomId") is { } parentId && call.Find(RoomDocument.Type, parentId) is null)
        {
            return Reject.NotFound("Room");
        }

        var creator = call.State.GetOrAddUser(call.Caller.UserId!);
        var room = RoomDocument.New(call.State, call.State.Ids.Next(), call.Text("title")!, creator, call.Now);
        Take(call, room, "type", "description", "thumbnailFileId", "metadata", "liveChatEnabled", "parentRoomId");
        room["participants"]!.AsArray().Add(RoomDocument.Participant(RoomDocument.Host, creator));
        return call.Entities(call.State.AddRoom(room));
    }

    private static OperationReply List(SandboxCall call)
    {
        var (statuses, type, isDeleted) = (call.QueryList("statuses"), call.Query("type"), call.QueryFlag("isDeleted"));
        var oldestFirst = call.Query("sortBy") == "firstCreated";
        return call.Page(new DocumentList(
            call.State.Documents.Of(RoomDocument.Type),
            $"rooms {string.Join('+', statuses.Order().Distinct())}|{type}|{oldestFirst}|{isDeleted}",
            room => (statuses.Count == 0 || statuses.Contains(room.Text("status")!))
                && (type is null || type == room.Text("type"))
                && (isDeleted is null || isDeleted == room.IsDeleted),
            oldestFirst));
    }

    private static OperationReply Update(SandboxCall call, Document room)
    {
        if (RejectionOfFile(call) is { } rejection)
        {
            return rejection;
        }

        Take(call, room.Fields, "title", "description", "thumbnailFileId", "metadata");
        room.Fields["liveChatEnabled"] = (bool?)call.Body["channelEnabled"] ?? (bool?)room.Fields["liveChatEnabled"];
        return Changed(call, room);
    }

    private static OperationReply Delete(SandboxCall call, Document room)
    {
        RoomLifecycle.Delete(room.Fields, call.Now, call.Caller.UserId);

        // It stays in the list, but not with its parent.
        if (room.Text("parentRoomId") is { } parentId && call.State.Documents.Of(RoomDocument.Type).Find(parentId) is { } parent)
        {
            parent.List("childRoomIds").RemoveAll(child => (string?)child == room.Id);
        }

        return call.Done();
    }

    private static OperationReply Stop(SandboxCall call, Document room)
    {
        if (!room.IsOnAir())
        {
            return Reject.BadRequest($"Only a room on the air can be stopped, and this one is {room.Text("status")}.");
        }

        RoomLifecycle.End(room.Fields, call.Now);
        return Changed(call, room);
    }

    private static OperationReply RemoveParticipant(SandboxCall call, Document room)
    {
        return room.List("participants").RemoveAll(participant => (string?)participant!["userId"] == call.Text("participantUserId")) == 0
            ? Reject.NotFound("Participant")
            : Changed(call, room);
    }

    private static OperationReply GetBroadcastCredentials(SandboxCall call, Document room)
    {
        var id = Uri.EscapeDataString(room.Id);
        return call.Json(room.Text("type") == RoomDocument.CoHosts
            ? new JsonObject { ["coHostToken"] = $"sandbox-cohost-token-{id}", ["coHostUrl"] = "wss://cohosts.example.com" }
            : new JsonObject { ["directStreamUrl"] = $"srt://ingest.example.com:8890?streamid={id}&passphrase=sandbox-passphrase" });
    }

    // To a host that does not exist.
    private static OperationReply RedirectToRecording(SandboxCall call, Document room, string file)
    {
        var (playbackId, roomId) = (call.Path("playbackId"), Uri.EscapeDataString(room.Id));
        return room.HasRecording(playbackId)
            ? OperationReply.Redirect($"https://recordings.example.com/{roomId}/{Uri.EscapeDataString(playbackId)}/{file}?signature=sandbox")
            : Reject.NotFound("Recording");
    }

    private static OperationReply Changed(SandboxCall call, Document room)
    {
        room.Fields["updatedAt"] = call.Now.ToWire();
        return call.Entities(room);
    }

    private static OperationReply? RejectionOfFile(SandboxCall call) =>
        call.Text("thumbnailFileId") is { } fileId && call.Find(StoredImage.Type, fileId) is null ? Reject.NotFound("File") : null;

    // What the body leaves out stays as it is.
    private static void Take(SandboxCall call, JsonObject room, params IReadOnlyList<string> fields)
    {
        foreach (var field in fields.Where(field => call.Body[field] is not null))
        {
            room[field] = call.Body[field]!.DeepClone();
        }
    }
}
