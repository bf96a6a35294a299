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
