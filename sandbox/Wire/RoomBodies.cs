using System.Text.Json;

namespace Amity.Sandbox.Wire;

/// <summary>The body that creates a room.</summary>
internal sealed record CreateRoomBody(
    string Title,
    string? Description = null,
    string? ThumbnailFileId = null,
    JsonElement? Metadata = null,
    bool LiveChatEnabled = true,
    string? ParentRoomId = null,
    string Type = RoomTypes.DirectStreaming);

/// <summary>The body that changes a room; what is null stays as it is.</summary>
internal sealed record UpdateRoomBody(
    string? Title = null,
    string? Description = null,
    string? ThumbnailFileId = null,
    JsonElement? Metadata = null,
    bool? ChannelEnabled = null);
