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
        handlers.Add("listOnlineUsers", call => call.Entities(Ordered(call, Online(call.State, PresencesOf(call.State)), "lastHeartbeat").Take(LargestList)));
        handlers.Add("countOnlineUsers", call => call.Json(new JsonObject
        {
            ["count"] = Online(call.State, PresencesOf(call.State)).Count(),
            ["referenceTimeStamp"] = call.Now.ToWire(),
        }));
        handlers.Own(Viewers);
        handlers.Add("sendRoomHeartbeat", RoomOperations.OfRoom((call, room) =>
        {
            call.State.NoteWatching(call.Caller.UserId!, room);
            return call.Done();
        }));
        handlers.Add("listRoomViewers", RoomOperations.OfRoom(ListViewers));
        handlers.Add("countRoomViewers", RoomOperations.OfRoom((call, room) => call.Json(new JsonObject
        {
            ["count"] = Watching(call.State, room).Count(),
            ["referenceTimestamp"] = call.Now.ToWire(),
        })));
    }

    /// <summary>Switches the presence of a user on or off; until it is switched on it is off.</summary>
    public static Document SetPresence(this SandboxState state, string userId, bool isEnabled)
    {
        if (!isEnabled)
        {
            state.Documents.Of(Presences).Remove(userId);
        }

        var settings = new JsonObject { ["enabled"] = isEnabled };
        if (isEnabled)
        {
            settings["enabledAt"] = state.Now.ToWire();
        }

        return state.Documents.Of(UserSettings).Put(userId, settings);
    }

    /// <summary>Notes that a user is online now.</summary>
    public static void NoteOnline(this SandboxState state, string userId) => Note(state, PresencesOf(state), userId);

    /// <summary>Notes that a user watches a room now; whoever was gone has come anew.</summary>
    public static void NoteWatching(this SandboxState state, string userId, Document room)
    {
        var (presences, viewers) = (state.Documents.Of(Presences, room), state.Documents.Of(Viewers, room));
        if (presences.Find(userId) is not { } presence || !IsOnline(state, presence))
        {
            viewers.Put(userId, new JsonObject { ["userId"] = userId, ["joinedAt"] = state.Now.ToWire() });
        }

        Note(state, presences, userId);
    }

    private static OperationReply GetSettings(SandboxCall call) => call.Json(new JsonObject
    {
        ["user"] = SettingsOf(call)?.Fields.DeepClone() ?? new JsonObject { ["enabled"] = false },
        ["network"] = new JsonObject
        {
            ["heartbeatInterval"] = (int)HeartbeatInterval.TotalSeconds,
            ["presenceSyncInterval"] = (int)SyncInterval.TotalSeconds,
            ["updatedAt"] = call.State.StartedAt.ToWire(),
        },
        ["room"] = new JsonObject { ["enabled"] = true },
    });

    private static OperationReply UpdateUserSettings(SandboxCall call) =>
        call.Json(call.State.SetPresence(call.Caller.UserId!, (bool)call.Body["enabled"]!).Fields);

    private static OperationReply SendHeartbeat(SandboxCall call)
    {
        if (SettingsOf(call)?.Fields["enabled"]?.GetValue<bool>() != true)
        {
            return Reject.Forbidden();
        }

        call.State.NoteOnline(call.Caller.UserId!);
        return call.Done();
    }

    private static OperationReply ListViewers(SandboxCall call, Document room)
    {
        var limit = int.Parse(call.Query("limit") ?? "200");
        List<Document> viewers = [.. Ordered(call, Watching(call.State, room), "joinedAt").Take(limit)];
        return call.Entities(viewers, new JsonObject { ["total"] = viewers.Count, ["limit"] = limit });
    }

    private static DocumentSet PresencesOf(SandboxState state) => state.Documents.Of(Presences);

    private static void Note(SandboxState state, DocumentSet presences, string userId) =>
        presences.Put(userId, new JsonObject { ["userId"] = userId, ["lastHeartbeat"] = state.Now.ToWire() });

    private static IEnumerable<Document> Watching(SandboxState state, Document room) =>
        Online(state, state.Documents.Of(Presences, room)).Select(presence => state.Documents.Of(Viewers, room).Find(presence.Id)).OfType<Document>();

    private static IEnumerable<Document> Online(SandboxState state, DocumentSet presences) =>
        presences.OldestFirst.Where(presence => IsOnline(state, presence));

    // Whoever misses one heartbeat is still there; whoever misses two is gone.
    private static bool IsOnline(SandboxState state, Document presence) =>
        presence.Text("lastHeartbeat") is { } at && WireInstant.Parse(at) >= state.Now - (2 * HeartbeatInterval);

    private static IEnumerable<Document> Ordered(SandboxCall call, IEnumerable<Document> documents, string field) => call.Query("orderBy") == "asc"
        ? documents.OrderBy(document => document.Text(field), StringComparer.Ordinal)
        : documents.OrderByDescending(document => document.Text(field), StringComparer.Ordinal);

    private static Document? SettingsOf(SandboxCall call) => call.State.Documents.Of(UserSettings).Find(call.Caller.UserId!);
}
