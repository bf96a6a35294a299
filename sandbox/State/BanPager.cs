using System.Globalization;
using Amity.Sandbox.Wire;

namespace Amity.Sandbox.State;

/// <summary>Cuts the bans of a room into pages, newest first, so that an enumeration ends however fast new bans come in.</summary>
internal sealed class BanPager(RoomBans bans, PageTokens tokens, string roomId)
{
    private string List => $"bans {roomId}";

    public (IReadOnlyList<ViewerBan> Bans, Paging Paging) Read(int size, string? token)
    {
        var start = token is null ? long.MaxValue : long.Parse(tokens.Read(List, token), CultureInfo.InvariantCulture);
        List<ViewerBan> page = [.. bans.NewestFirstBefore(start).Take(size + 1)];
        if (page.Count <= size)
        {
            return (page, new Paging());
        }

        page.RemoveAt(size);
        return (page, new Paging(tokens.Issue(List, page[^1].Sequence.ToString(CultureInfo.InvariantCulture))));
    }
}
