namespace Amity.Sandbox;

/// <summary>A room as it was at the moment it was asked for.</summary>
public sealed class SandboxRoom
{
    internal SandboxRoom()
    {
    }

    /// <summary>The id that calls take.</summary>
    public required string RoomId { get; init; }

    /// <summary>The type: directStreaming or coHosts.</summary>
    public required string Type { get; init; }

    /// <summary>The state: idle, live, waitingReconnect, ended or recorded.</summary>
    public required string Status { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>What the room is about, null when nothing says so.</summary>
    public string? Description { get; init; }

    /// <summary>Whether the room has a live chat.</summary>
    public bool IsLiveChatEnabled { get; init; }

    /// <summary>The id of the room's image, null when there is none.</summary>
    public string? ThumbnailFileId { get; init; }

    /// <summary>The user id of the creator.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>The id of the parent room, null for a room of its own.</summary>
    public string? ParentRoomId { get; init; }

    /// <summary>The ids of the child rooms.</summary>
    public required IReadOnlyList<string> ChildRoomIds { get; init; }

    /// <summary>The people on stage.</summary>
    public required IReadOnlyList<SandboxParticipant> Participants { get; init; }

    /// <summary>The ids of the recordings, in order.</summary>
    public required IReadOnlyList<string> PlaybackIds { get; init; }

    /// <summary>How many viewers are banned.</summary>
    public int BannedViewerCount { get; init; }

    /// <summary>Whether the room is deleted.</summary>
    public bool IsDeleted { get; init; }
}
