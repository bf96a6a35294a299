using Amity.Rooms;

namespace Amity.Cli.Output;

/// <summary>What is shown of a room.</summary>
internal static class RoomColumns
{
    public static IReadOnlyList<Column<Room>> All { get; } =
    [
        new("roomId", room => IdOrNull(room.RoomId)),
        new("title", room => room.Title) { IsFreeText = true },
        new("status", room => room.Status?.Value) { Style = StyleOf },
        new("type", room => room.Type?.Value),
        new("createdBy", room => room.CreatedBy),
        new("createdAt", room => room.CreatedAt),
        new("description", room => room.Description) { InTable = false },
        new("liveAt", room => room.LiveAt) { InTable = false },
        new("endedAt", room => room.EndedAt) { InTable = false },
        new("recordedAt", room => room.RecordedAt) { InTable = false },
        new("durationSeconds", room => room.DurationSeconds) { InTable = false },
        new("participants", room => room.Participants.Select(Fields)) { InTable = false },
        new("playbackIds", room => room.RecordedPlaybackInfos.Select(recording => recording?.PlaybackId).OfType<string>()) { InTable = false },
        new("parentRoomId", room => room.ParentRoomId) { InTable = false },
        new("childRoomIds", room => room.ChildRoomIds) { InTable = false },
        new("liveChatEnabled", room => room.LiveChatEnabled) { InTable = false },
        new("livePlaybackUrl", room => room.LivePlaybackUrl) { InTable = false },
        new("thumbnailFileId", room => room.ThumbnailFileId) { InTable = false },
        new("metadata", room => room.Metadata) { InTable = false },
        new("isDeleted", room => room.IsDeleted) { InTable = false },
    ];

    private static string? StyleOf(Room room) => room.Status switch
    {
        { } status when status == RoomStatus.Live => "green",
        { } status when status == RoomStatus.WaitingReconnect => "yellow",
        _ => null,
    };

    // Scripts know a missing id by null, as any other missing value.
    private static string? IdOrNull(string? id) => id is { Length: > 0 } ? id : null;

    private static Dictionary<string, object?> Fields(Participant? person) =>
        new(StringComparer.Ordinal) { ["userId"] = IdOrNull(person?.UserId), ["type"] = person?.Type?.Value };
}
