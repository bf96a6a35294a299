namespace Amity.Sandbox;

/// <summary>What a room is to look like when it is added; all of it has a default.</summary>
public sealed class SandboxRoomSettings
{
    /// <summary>The id, 1 to 50 characters; a new one of 24 hexadecimal digits by default.</summary>
    public string? RoomId { get; set; }

    /// <summary>The type: directStreaming, the default, or coHosts.</summary>
    public string Type { get; set; } = "directStreaming";

    /// <summary>The state: idle, the default, live, waitingReconnect, ended or recorded.</summary>
    public string Status { get; set; } = "idle";

    /// <summary>The title, "Sandbox room" by default.</summary>
    public string Title { get; set; } = "Sandbox room";

    /// <summary>What the room is about; nothing by default.</summary>
    public string? Description { get; set; }

    /// <summary>The user id of the creator, who need not exist before; the admin by default.</summary>
    public string CreatedBy { get; set; } = AmitySandbox.AdminUserId;

    /// <summary>When the room was created; now by default.</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When a room that is or was on the air went live; when it was created by default.</summary>
    public DateTimeOffset? LiveAt { get; set; }

    /// <summary>Whether the room has a live chat; true by default.</summary>
    public bool IsLiveChatEnabled { get; set; } = true;

    /// <summary>The id of an image that was added before; none by default.</summary>
    public string? ThumbnailFileId { get; set; }

    /// <summary>The id of a room that was added before and becomes the parent; none by default.</summary>
    public string? ParentRoomId { get; set; }

    /// <summary>The id of the community that the room belongs to; none by default.</summary>
    public string? CommunityId { get; set; }

    /// <summary>The id of the post that the room is shown in; none by default.</summary>
    public string? PostId { get; set; }

    /// <summary>What the application keeps with the room, as a JSON object; nothing by default.</summary>
    public string? MetadataJson { get; set; }
}
