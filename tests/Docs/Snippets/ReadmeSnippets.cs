namespace Amity.Tests.Docs.Snippets;

/// <summary>The code of README.md, block by block, so that it compiles; each region is one block.</summary>
internal static class ReadmeSnippets
{
    public static async Task FirstScreenAsync(string token, string roomId, string[] userIds)
    {
        #region First screen
        using var client = new AmityClient(AmityRegion.Eu, AmityCredential.Bearer(token));

        await foreach (var ban in client.Rooms.ListViewerBansAsync(roomId))
        {
            Console.WriteLine($"{ban.BannedBy?.DisplayName} banned {ban.User?.DisplayName} on {ban.CreatedAt:d}");
        }

        var result = await client.Rooms.BulkBanViewersAsync(roomId, userIds);
        foreach (var rejected in result.WithOutcome(BulkOutcome.Rejected))
        {
            Console.WriteLine($"{rejected.Id}: {rejected.Reason?.Message}");
        }

        result.ThrowIfIncomplete();
        #endregion
    }

    public static async Task RoomAsync(AmityClient client, string roomId)
    {
        #region Room
        var room = await client.Rooms.GetRoomAsync(roomId);
        Console.WriteLine($"{room.Title} by {room.Creator?.DisplayName}");
        #endregion
    }

    public static async Task<string?> PagesAsync(AmityClient client, string roomId, string? continuationToken)
    {
        #region Pages
        await foreach (var page in client.Rooms.ListViewerBansAsync(roomId).AsPages(continuationToken))
        {
            continuationToken = page.ContinuationToken;
        }
        #endregion
        return continuationToken;
    }

    public static async Task StreamAsync(AmityClient client, string roomId, string path)
    {
        #region Stream
        await foreach (var item in client.Rooms.BulkBanViewersStreamingAsync(roomId, File.ReadLinesAsync(path)))
        {
            Console.WriteLine($"{item.Id}: {item.Outcome}");
        }
        #endregion
    }

    public static async Task ErrorsAsync(AmityClient client, string roomId)
    {
        #region Errors
        try
        {
            await client.Rooms.RemoveParticipantAsync(roomId, new() { ParticipantUserId = "cohost-1" });
        }
        catch (AmityApiException rejection) when (rejection.Category == AmityErrorCategory.NotFound)
        {
            Console.WriteLine(rejection.Message);
        }
        #endregion
    }

    public static async Task SandboxAsync()
    {
        #region Sandbox
        await using var sandbox = await AmitySandbox.StartAsync();
        var room = sandbox.AddRoom(r => r.Title = "Rehearsal");
        using var client = new AmityClient(sandbox.Address, AmityCredential.Bearer(sandbox.AdminToken));

        var result = await client.Rooms.BulkBanViewersAsync(room.RoomId, ["troll-1", "troll-2"]);

        result.ThrowIfIncomplete();
        Console.WriteLine(string.Join(", ", sandbox.BannedViewers(room.RoomId)));
        #endregion
    }
}
