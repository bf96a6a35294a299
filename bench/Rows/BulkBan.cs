namespace Amity.Bench.Rows;

/// <summary>Bans so many users, and makes sure that all of them are.</summary>
internal static class BulkBan
{
    internal static async Task RunAsync(AmityClient client, int users)
    {
        var result = await client.Rooms.BulkBanViewersAsync(RowContext.Room, Enumerable.Range(0, users).Select(user => $"viewer-{user:D7}"));
        if (result.Items.Count != users || result.Remaining.Count > 0)
        {
            throw new InvalidOperationException("The bulk ban is not complete.", result.Error);
        }
    }
}
