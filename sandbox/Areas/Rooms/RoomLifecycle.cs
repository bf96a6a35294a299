using System.Text.Json.Nodes;
using Amity.Sandbox.Documents;

namespace Amity.Sandbox.Areas.Rooms;

/// <summary>The states that a room goes through, and what each leaves behind in it.</summary>
internal static class RoomLifecycle
{
    /// <summary>The addresses that only somebody who may watch gets, and only while there is something to watch.</summary>
    public static readonly string[] LiveFields = ["livePlaybackUrl", "liveThumbnailUrl"];

    /// <summary>Brings a new room into a state by the steps that lead there; false when there is no such state.</summary>
    public static bool Advance(JsonObject room, string status, DateTimeOffset liveAt, DateTimeOffset now)
    {
        switch (status)
        {
            case "idle":
                return true;
            case "live":
                GoLive(room, liveAt);
                return true;
            case "waitingReconnect":
                GoLive(room, liveAt);
                room["status"] = status;
                return true;
            case "ended":
                GoLive(room, liveAt);
                End(room, now);
                return true;
            case "recorded":
                GoLive(room, liveAt);
                End(room, now);
                Record(room, now);
                return true;
            default:
                return false;
        }
    }

    public static void End(JsonObject room, DateTimeOffset at)
    {
        var liveAt = room["liveAt"] is { } instant ? WireInstant.Parse((string)instant!) : at;
        room["status"] = "ended";
        room["endedAt"] = at.ToWire();
        room["durationSeconds"] = (long)(at - liveAt).TotalSeconds;
        GoOffAir(room);
    }

    public static void Record(JsonObject room, DateTimeOffset at)
    {
        room["status"] = "recorded";
        room["recordedAt"] = at.ToWire();
    }

    public static void Delete(JsonObject room, DateTimeOffset at, string? by)
    {
        room["isDeleted"] = true;
        room["deletedAt"] = at.ToWire();
        room["deletedBy"] = by;
        GoOffAir(room);
    }

    private static void GoLive(JsonObject room, DateTimeOffset at)
    {
        var id = Uri.EscapeDataString((string)room["roomId"]!);
        room["status"] = "live";
        room["liveAt"] = at.ToWire();
        room["livePlaybackUrl"] = $"https://stream.example.com/{id}.m3u8?token=sandbox";
        room["liveThumbnailUrl"] = $"https://image.example.com/{id}/thumbnail.png?token=sandbox";
    }

    private static void GoOffAir(JsonObject room)
    {
        foreach (var field in LiveFields)
        {
            room.Remove(field);
        }
    }
}
