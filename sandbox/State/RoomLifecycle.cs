using Amity.Sandbox.Wire;

namespace Amity.Sandbox.State;

/// <summary>The states that a room goes through, and what each leaves behind in it.</summary>
internal static class RoomLifecycle
{
    public static Room GoLive(this Room room, DateTimeOffset at) => room with
    {
        Status = RoomStatuses.Live,
        LiveAt = at,
        LivePlaybackUrl = $"https://stream.example.com/{Uri.EscapeDataString(room.RoomId)}.m3u8?token=sandbox",
        LiveThumbnailUrl = $"https://image.example.com/{Uri.EscapeDataString(room.RoomId)}/thumbnail.png?token=sandbox",
    };

    public static Room LoseBroadcaster(this Room room) => room with { Status = RoomStatuses.WaitingReconnect };

    public static Room End(this Room room, DateTimeOffset at) => room with
    {
        Status = RoomStatuses.Ended,
        EndedAt = at,
        DurationSeconds = (long)(at - room.LiveAt.GetValueOrDefault(at)).TotalSeconds,
        LivePlaybackUrl = null,
        LiveThumbnailUrl = null,
    };

    public static Room Record(this Room room, DateTimeOffset at) => room with
    {
        Status = RoomStatuses.Recorded,
        RecordedAt = at,
    };

    public static Room Delete(this Room room, DateTimeOffset at, string by) => room with
    {
        IsDeleted = true,
        DeletedAt = at,
        DeletedBy = by,
        LivePlaybackUrl = null,
        LiveThumbnailUrl = null,
    };
}
