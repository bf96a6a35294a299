using System.Text.Json.Nodes;
using Amity.Sandbox.Areas.Rooms;
using Amity.Sandbox.Documents;
using Amity.Sandbox.Operations;

namespace Amity.Sandbox.Areas.Presence;

/// <summary>Who is online and who watches a room, as far as heartbeats show it.</summary>
internal static class PresenceOperations
{
    private const string Presences = "UserPresence";
    private const string Viewers = "RoomViewer";
    private const string UserSettings = "UserPresenceSettings";
    private const int LargestList = 1000;

    private static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SyncInterval = TimeSpan.FromSeconds(45);

    public static void AddTo(OperationHandlers handlers)
    {
        handlers.Add("getPresenceSettings", GetSettings);
        handlers.Add("updateUserPresenceSettings", UpdateUserSettings);
        handlers.Add("sendHeartbeat", SendHeartbeat);
        handlers.Add("listPresences", call => call.Entities(call.QueryList("userIds[]").Select(call.State.Documents.Of(Presences).Find).OfType<Document>()));
        handlers.Add("listOnlineUsers", call => call.Entities(Ordered(call, Online(call.State, owner: ""), "lastHeartbeat").Take(LargestList)));
        handlers.Add("countOnlineUsers", call => call.Json(new JsonObject
        {
            ["count"] = Online(call.State, owner: "").Count(),
            ["referenceTimeStamp"] = call.Now.ToWire(),
        }));
        handlers.Add("sendRoomHeartbeat", call => call.FindRoom() is { } room ? SendRoomHeartbeat(call, room) : Reject.Missing(call.Operation, "Room"));
        handlers.Add("listRoomViewers", call => call.FindRoom() is { } room ? ListViewers(call, room) : Reject.Missing(call.Operation, "Room"));
        handlers.Add("countRoomViewers", call => call.FindRoom() is { } room
            ? call.Json(new JsonObject { ["count"] = Watching(call.State, room.Id).Count(), ["referenceTimestamp"] = call.Now.ToWire() })
            : Reject.Missing(call.Operation, "Room"));
    }

    /// <summary>Switches the presence of a user on or off; until it is switched on it is off.</summary>
    public static Document SetPresence(this SandboxState state, string userId, bool isEnabled)
    {
        if (!isEnabled)
        {
            state.Documents.Of(Presences).Remove(userId);
        }

        var settings = new JsonObject { ["enabled"] = isEnabled, ["enabledAt"] = isEnabled ? state.Now.ToWire() : null };
        return state.Documents.Of(UserSettings).Put(userId, settings);
    }

    /// <summary>Notes that a user is online now.</summary>
    public static void NoteOnline(this SandboxState state, string userId) => Note(state, userId, owner: "");

    /// <summary>Notes that a user watches a room now.</summary>
    public static void NoteWatching(this SandboxState state, string userId, string roomId)
    {
        var isNew = Watching(state, roomId).All(watching => watching.Id != userId);
        Note(state, userId, roomId);
        if (isNew)
        {
            state.Documents.Of(Viewers, roomId).Put(userId, new JsonObject { ["userId"] = userId, ["joinedAt"] = state.Now.ToWire() });
        }
    }

    private static OperationReply GetSettings(SandboxCall call) => call.Json(new JsonObject
    {
        ["user"] = SettingsOf(call) is { } settings ? Shown(settings) : new JsonObject { ["enabled"] = false },
        ["network"] = new JsonObject
        {
            ["heartbeatInterval"] = (int)HeartbeatInterval.TotalSeconds,
            ["presenceSyncInterval"] = (int)SyncInterval.TotalSeconds,
            ["updatedAt"] = call.State.StartedAt.ToWire(),
        },
        ["room"] = new JsonObject { ["enabled"] = true },
    });

    private static OperationReply UpdateUserSettings(SandboxCall call) =>
        call.Json(Shown(call.State.SetPresence(call.Caller.UserId!, (bool)call.Body["enabled"]!)));

    private static OperationReply SendHeartbeat(SandboxCall call)
    {
        if (SettingsOf(call)?.Fields["enabled"]?.GetValue<bool>() != true)
        {
            return Reject.Forbidden();
        }

        call.State.NoteOnline(call.Caller.UserId!);
        return call.Done();
    }

    private static OperationReply SendRoomHeartbeat(SandboxCall call, Document room)
    {
        call.State.NoteWatching(call.Caller.UserId!, room.Id);
        return call.Done();
    }

    private static OperationReply ListViewers(SandboxCall call, Document room)
    {
        var limit = int.Parse(call.Query("limit") ?? "200");
        List<Document> viewers = [.. Ordered(call, Watching(call.State, room.Id), "joinedAt").Take(limit)];
        return call.Entities(viewers, new JsonObject { ["total"] = viewers.Count, ["limit"] = limit });
    }

    private static void Note(SandboxState state, string userId, string owner) => state.Documents.Of(Presences, owner).Put(
        userId,
        new JsonObject { ["userId"] = userId, ["lastHeartbeat"] = state.Now.ToWire() });

    private static IEnumerable<Document> Watching(SandboxState state, string roomId) =>
        Online(state, roomId).Select(presence => state.Documents.Of(Viewers, roomId).Find(presence.Id)).OfType<Document>();

    // Whoever misses one heartbeat is still there; whoever misses two is gone.
    private static IEnumerable<Document> Online(SandboxState state, string owner)
    {
        var earliest = (state.Now - (2 * HeartbeatInterval)).ToWire();
        return state.Documents.Of(Presences, owner).OldestFirst
            .Where(presence => string.CompareOrdinal(presence.Text("lastHeartbeat"), earliest) >= 0);
    }

    private static IEnumerable<Document> Ordered(SandboxCall call, IEnumerable<Document> documents, string field) => call.Query("orderBy") == "asc"
        ? documents.OrderBy(document => document.Text(field), StringComparer.Ordinal)
        : documents.OrderByDescending(document => document.Text(field), StringComparer.Ordinal);

    private static Document? SettingsOf(SandboxCall call) => call.State.Documents.Of(UserSettings).Find(call.Caller.UserId!);

    private static JsonObject Shown(Document settings)
    {
        var shown = new JsonObject { ["enabled"] = settings.Fields["enabled"]!.DeepClone() };
        if (settings.Text("enabledAt") is { } at)
        {
            shown["enabledAt"] = at;
        }

        return shown;
    }
}
