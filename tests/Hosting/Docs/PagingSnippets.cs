namespace Amity.Tests.Hosting.Docs;

/// <summary>The code of docs/paging.md; each region is one block.</summary>
internal static class PagingSnippets
{
    public static async Task ItemsAsync(AmityClient client, CancellationToken cancellationToken)
    {
        #region Items
        await foreach (var room in client.Rooms.EnumerateRoomsAsync([RoomStatus.Live], pageSize: 50, cancellationToken: cancellationToken))
        {
            Console.WriteLine(room.Title);
        }
        #endregion
    }

    public static async Task PagesAsync(AmityClient client, string roomId, string? token, Func<IReadOnlyList<ViewerBan>, string?, Task> keepAsync)
    {
        #region Pages
        await foreach (var page in client.Rooms.EnumerateViewerBansAsync(roomId).AsPages(token))
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
            await foreach (var page in client.Rooms.EnumerateViewerBansAsync(roomId).AsPages(token))
            {
                bans.AddRange(page.Items);
            }
        }
        catch (AmityException failure)
        {
            token = failure.ContinuationToken;
        }

        await foreach (var page in client.Rooms.EnumerateViewerBansAsync(roomId).AsPages(token))
        {
            bans.AddRange(page.Items);
        }
        #endregion
    }
}
