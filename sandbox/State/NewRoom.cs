using Amity.Sandbox.Wire;

namespace Amity.Sandbox.State;

/// <summary>A room as it is when nobody has broadcast into it yet.</summary>
internal static class NewRoom
{
    public static Room Make(SandboxState state, string roomId, string title, User creator) => new()
    {
        RoomId = roomId,
        Type = RoomTypes.DirectStreaming,
        Title = title,
        Status = RoomStatuses.Idle,
        LiveChannelId = state.Ids.Next(),
        LiveChatEnabled = true,
        CreatedAt = state.Now,
        UpdatedAt = state.Now,
        CreatedBy = creator.UserId,
        CreatorInternalId = creator.UserInternalId,
        Path = $"{state.NetworkId}/room/{roomId}",
    };
}
