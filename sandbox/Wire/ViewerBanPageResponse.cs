using System.Text.Json.Serialization;

namespace Amity.Sandbox.Wire;

/// <summary>One page of banned viewers.</summary>
internal sealed class ViewerBanPageResponse(IReadOnlyList<ViewerBan> bans, Sideload sideload, Paging paging) : RoomResponse(sideload)
{
    [JsonPropertyOrder(-1)]
    public IReadOnlyList<ViewerBan> RoomBannedUsers { get; } = bans;

    public Paging Paging { get; } = paging;
}
