using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amity.Sandbox.Wire;

/// <summary>A room as it stands in responses; a change makes a new one, so no response ever shows half a change.</summary>
internal sealed record Room
{
    [JsonPropertyName("_id")]
    public string InternalId => RoomId;

    public required string RoomId { get; init; }

    public required string Type { get; init; }

    public string? TargetId { get; init; }

    public string? TargetType { get; init; }

    public string? ReferenceType { get; init; }

    public string? ReferenceId { get; init; }

    public string? LiveChannelId { get; init; }

    public bool LiveChatEnabled { get; init; }

    public required string Title { get; init; }

    public string? Description { get; init; }

    public string? ThumbnailFileId { get; init; }

    public required string Status { get; init; }

    public IReadOnlyList<Participant> Participants { get; init; } = [];

    public string? LivePlaybackUrl { get; init; }

    public string? LiveThumbnailUrl { get; init; }

    public IReadOnlyList<RecordedPlayback> RecordedPlaybackInfos { get; init; } = [];

    public long? DurationSeconds { get; init; }

    public ModerationResult? Moderation { get; init; }

    public string? ParentRoomId { get; init; }

    public IReadOnlyList<string> ChildRoomIds { get; init; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public required string CreatorInternalId { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? LiveAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public DateTimeOffset? RecordedAt { get; init; }

    public bool IsDeleted { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }

    public string? DeletedBy { get; init; }

    public required string Path { get; init; }

    public JsonElement? Metadata { get; init; }
}

/// <summary>The types of a room.</summary>
internal static class RoomTypes
{
    public const string DirectStreaming = "directStreaming";
    public const string CoHosts = "coHosts";
}

/// <summary>The states of a room.</summary>
internal static class RoomStatuses
{
    public const string Idle = "idle";
    public const string Live = "live";
    public const string WaitingReconnect = "waitingReconnect";
    public const string Ended = "ended";
    public const string Recorded = "recorded";

    public static bool IsOnAir(string status) => status is Live or WaitingReconnect;
}
