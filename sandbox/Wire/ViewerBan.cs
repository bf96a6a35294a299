using System.Text.Json.Serialization;

namespace Amity.Sandbox.Wire;

/// <summary>The ban of one viewer; by the vendor's naming elsewhere, the ids without "public" are internal ones.</summary>
internal sealed record ViewerBan(
    [property: JsonIgnore] long Sequence,
    string UserId,
    string UserPublicId,
    string BanBy,
    string BanByPublicId,
    DateTimeOffset CreatedAt);

/// <summary>One page of banned viewers.</summary>
internal sealed class ViewerBanPageResponse(IReadOnlyList<ViewerBan> bans, Sideload sideload, Paging paging) : RoomResponse(sideload)
{
    [JsonPropertyOrder(-1)]
    public IReadOnlyList<ViewerBan> RoomBannedUsers { get; } = bans;

    public Paging Paging { get; } = paging;
}

/// <summary>The body that bans viewers or lifts their bans.</summary>
internal sealed record ViewerIdsBody(IReadOnlyList<string> UserIds);
