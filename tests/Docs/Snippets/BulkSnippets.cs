using Microsoft.AspNetCore.Builder;

namespace Amity.Tests.Docs.Snippets;

/// <summary>The code of docs/bulk.md; each region is one block.</summary>
internal static class BulkSnippets
{
    public static async Task<BulkResult> BanAsync(AmityClient client, string roomId, string[] userIds)
    {
        #region Ban
        var result = await client.Rooms.BulkBanViewersAsync(roomId, userIds);
        foreach (var rejected in result.WithOutcome(BulkOutcome.Rejected))
        {
            Console.WriteLine($"{rejected.Id}: {rejected.Reason?.Message}");
        }

        result.ThrowIfIncomplete();
        #endregion
        return result;
    }

    public static async Task<BulkResult> GoOnAsync(AmityClient client, string roomId, BulkResult result)
    {
        #region Go on
        if (result.Remaining.Count > 0)
        {
            result = await client.Rooms.BulkBanViewersAsync(roomId, result.Remaining);
        }
        #endregion
        return result;
    }

    public static async Task<IReadOnlyList<string>> StreamAsync(AmityClient client, string roomId, string path)
    {
        #region Stream
        var remaining = new List<string>();
        try
        {
            await foreach (var item in client.Rooms.BulkBanViewersStreamingAsync(roomId, File.ReadLines(path)))
            {
                if (item.Outcome is BulkOutcome.NotSent or BulkOutcome.Unknown)
                {
                    remaining.Add(item.Id);
                }
            }
        }
        catch (AmityException failure)
        {
            Console.WriteLine($"{failure.Message} {remaining.Count} ids are left.");
        }
        #endregion
        return remaining;
    }

    public static async Task StopAtTheFirstRejectedAsync(AmityClient client, string roomId, IAsyncEnumerable<string> userIds, IProgress<BulkItem> progress)
    {
        #region Stop at the first rejected
        var options = new BulkOptions { Progress = progress, DuplicateWindow = 1_000_000 };
        await foreach (var item in client.Rooms.BulkBanViewersStreamingAsync(roomId, userIds, options))
        {
            if (item.Outcome == BulkOutcome.Rejected)
            {
                break;
            }
        }
        #endregion
    }

    public static async Task CancelAsync(AmityClient client, string roomId, string[] userIds, CancellationToken cancellationToken)
    {
        #region Cancel
        try
        {
            await client.Rooms.BulkUnbanViewersAsync(roomId, userIds, cancellationToken: cancellationToken);
        }
        catch (BulkCanceledException canceled)
        {
            Console.WriteLine($"{canceled.Result.Remaining.Count} are left.");
        }
        #endregion
    }

    public static void Endpoint(WebApplication app)
    {
        #region Endpoint
        app.MapPost("/rooms/{roomId}/bans", (string roomId, string[] userIds, RoomsClient rooms) => rooms.BulkBanViewersAsync(roomId, userIds));
        #endregion
    }
}
