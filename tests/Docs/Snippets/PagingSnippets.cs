namespace Amity.Tests.Docs.Snippets;

/// <summary>The code of docs/paging.md; each region is one block.</summary>
internal static class PagingSnippets
{
    public static async Task ItemsAsync(AmityClient client, CancellationToken cancellationToken)
    {
        #region Items
        var options = new ListRoomsOptions { Statuses = [RoomStatus.Live], PageSize = 50 };
        await foreach (var room in client.Rooms.ListRoomsAsync(options, cancellationToken))
        {
            Console.WriteLine(room.Title);
        }
        #endregion
    }

    public static async Task<(IReadOnlyList<ViewerBan> Items, string? Next)> OnePageAsync(
        AmityClient client, string roomId, string? token, CancellationToken cancellationToken)
    {
        #region One page
        var options = new ListViewerBansOptions { PageSize = 20, ContinuationToken = token };
        var page = await client.Rooms.ListViewerBansAsync(roomId, options).GetPageAsync(cancellationToken);
        return (page.Items, page.ContinuationToken);
        #endregion
    }

    public static async Task PagesAsync(AmityClient client, string roomId, string? token, Func<IReadOnlyList<ViewerBan>, string?, Task> keepAsync)
    {
        #region Pages
        await foreach (var page in client.Rooms.ListViewerBansAsync(roomId).AsPages(token))
        {
            await keepAsync(page.Items, page.ContinuationToken);
        }
        #endregion
    }

    public static async Task ResumeAsync(AmityClient client, string roomId, List<ViewerBan> bans)
    {
        #region Resume
        string? token = null;
        try
        {
            await foreach (var page in client.Rooms.ListViewerBansAsync(roomId).AsPages(token))
            {
                bans.AddRange(page.Items);
            }
        }
        catch (AmityException failure)
        {
            token = failure.ContinuationToken;
        }

        await foreach (var page in client.Rooms.ListViewerBansAsync(roomId).AsPages(token))
        {
            bans.AddRange(page.Items);
        }
        #endregion
    }
}
