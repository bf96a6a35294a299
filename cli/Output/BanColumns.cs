using Amity.Rooms;

namespace Amity.Cli.Output;

/// <summary>What is shown of a ban; the ids are those that bans add and remove take.</summary>
internal static class BanColumns
{
    public static IReadOnlyList<Column<ViewerBan>> All { get; } =
    [
        new("userId", ban => ban.UserId is { Length: > 0 } id ? id : null),
        new("displayName", ban => ban.User?.DisplayName) { IsFreeText = true },
        new("bannedBy", ban => ban.BannedByUserId),
        new("bannedByName", ban => ban.BannedBy?.DisplayName) { IsFreeText = true },
        new("bannedAt", ban => ban.CreatedAt),
    ];
}
