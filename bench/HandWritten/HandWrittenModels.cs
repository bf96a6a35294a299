using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amity.Bench.HandWritten;

// The responses as a careful user would model them: every field of the spec, and texts for the open sets, because an enum would lose the page at the first new value.
internal sealed class ViewerBanPage
{
    public List<ViewerBan>? RoomBannedUsers { get; set; }

    public List<Room>? Rooms { get; set; }

    public List<Room>? RoomChildrens { get; set; }

    public List<User>? Users { get; set; }

    public List<AmityFile>? Files { get; set; }

    public Paging? Paging { get; set; }
}

internal sealed class ViewerBan
{
    public string? UserId { get; set; }

    public string? BanBy { get; set; }

    public string? UserPublicId { get; set; }

    public string? BanByPublicId { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }
}

internal sealed class Room
{
    [JsonPropertyName("_id")]
    public string? InternalId { get; set; }

    public string? RoomId { get; set; }

    public string? Type { get; set; }

    public string? TargetId { get; set; }

    public string? TargetType { get; set; }

    public string? ReferenceType { get; set; }

    public string? ReferenceId { get; set; }

    public string? LiveChannelId { get; set; }

    public bool? LiveChatEnabled { get; set; }

    public string? Title { get; set; }

    public string? Description { get; set; }

    public string? ThumbnailFileId { get; set; }

    public string? Status { get; set; }

    public List<Participant>? Participants { get; set; }

    public string? LivePlaybackUrl { get; set; }

    public string? LiveThumbnailUrl { get; set; }

    public List<RecordedPlaybackInfo>? RecordedPlaybackInfos { get; set; }

    public double? DurationSeconds { get; set; }

    public RoomModeration? Moderation { get; set; }

    public string? ParentRoomId { get; set; }

    public List<string>? ChildRoomIds { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public string? CreatedBy { get; set; }

    public string? CreatorInternalId { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }

    public DateTimeOffset? LiveAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public DateTimeOffset? RecordedAt { get; set; }

    public bool? IsDeleted { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    public string? DeletedBy { get; set; }

    public string? Path { get; set; }

    public Dictionary<string, JsonElement>? Metadata { get; set; }
}

internal sealed class Participant
{
    public string? Type { get; set; }

    public string? UserId { get; set; }

    public string? UserInternalId { get; set; }
}

internal sealed class RecordedPlaybackInfo
{
    public string? Url { get; set; }

    public string? ThumbnailUrl { get; set; }
}

internal sealed class RoomModeration
{
    public List<ModerationLabel>? FlagLabels { get; set; }

    public List<ModerationLabel>? TerminateLabels { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}

internal sealed class ModerationLabel
{
    public string? Category { get; set; }

    public double? Threshold { get; set; }

    public DateTimeOffset? DetectedAt { get; set; }
}

internal sealed class User
{
    public string? UserId { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }

    [JsonPropertyName("_id")]
    public string? InternalId { get; set; }

    public string? Path { get; set; }

    public string? UserInternalId { get; set; }

    public string? UserPublicId { get; set; }

    public List<string>? Roles { get; set; }

    public List<string>? Permissions { get; set; }

    public string? DisplayName { get; set; }

    public string? ProfileHandle { get; set; }

    public string? Description { get; set; }

    public string? AvatarFileId { get; set; }

    public string? AvatarCustomUrl { get; set; }

    public long? FlagCount { get; set; }

    public UserHashFlag? HashFlag { get; set; }

    public Dictionary<string, JsonElement>? Metadata { get; set; }

    public bool? IsGlobalBan { get; set; }

    public bool? IsBrand { get; set; }

    public bool? IsDeleted { get; set; }
}

internal sealed class UserHashFlag
{
    public long? Bits { get; set; }

    public long? Hashes { get; set; }

    public List<string>? Hash { get; set; }
}

internal sealed class AmityFile
{
    public string? FileId { get; set; }

    public string? FileUrl { get; set; }

    public string? Type { get; set; }

    public string? AccessType { get; set; }

    public string? AltText { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }

    public AmityFileAttributes? Attributes { get; set; }
}

internal sealed class AmityFileAttributes
{
    public string? Name { get; set; }

    public string? Extension { get; set; }

    public double? Size { get; set; }

    public string? MimeType { get; set; }

    public AmityFileMetadata? Metadata { get; set; }
}

internal sealed class AmityFileMetadata
{
    public Dictionary<string, JsonElement>? Exif { get; set; }

    public Dictionary<string, JsonElement>? Gps { get; set; }

    public double? Height { get; set; }

    public double? Width { get; set; }

    public bool? IsFull { get; set; }
}

internal sealed class Paging
{
    public string? Next { get; set; }

    public string? Prev { get; set; }
}

internal sealed class OperationResult
{
    public bool? Success { get; set; }
}

internal sealed class ViewerIdsRequest
{
    public List<string>? UserIds { get; set; }
}
