using System.Diagnostics;
using System.Globalization;
using Amity.Bench.Measuring;
using Amity.Bench.Peers;

namespace Amity.Bench.Rows;

/// <summary>The process that <see cref="BulkMemoryRow"/> starts: bans users by a streaming run and reports how much memory that took.</summary>
internal static class BulkProcess
{
    /// <summary>What is asked of the process: collecting garbage to see what is held keeps the peak down, so that each has a process.</summary>
    internal const string Peak = "peak";
    internal const string Held = "held";

    /// <summary>
    /// Banned before anything is noted, in all processes alike: the collector finds its budget in the first seconds of any program. What a
    /// run keeps is free again when the next begins, so this cannot hide a run that keeps its ids.
    /// </summary>
    private const int WarmUp = 1_000_000;

    internal static async Task<int> RunAsync(Uri address, string measure, int users)
    {
        using var client = AmityPeer.Client(address);
        await BanAsync(client, WarmUp, held: null);
        List<double>? held = measure == Held ? [] : null;
        await BanAsync(client, users, held);
        using var self = Process.GetCurrentProcess();
        var bytes = held is null ? self.PeakWorkingSet64 : Median.Of(held);
        Console.Out.WriteLine(bytes.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    /// <summary>Bans the users; notes what is held while the last ids but some are handed over, as more or fewer are under way by turns.</summary>
    private static async Task BanAsync(AmityClient client, int users, List<double>? held)
    {
        const int First = 80_000;
        const int Last = 30_000;
        const int Step = 2_501;
        var done = 0;
        var ids = Enumerable.Range(0, users).Select(user => $"viewer-{user:D7}");
        await foreach (var item in client.Rooms.BulkBanViewersStreamingAsync(RowContext.Room, ids))
        {
            done += item.Outcome == BulkOutcome.Done ? 1 : 0;
            if (held is not null && users - done is >= Last and <= First && done % Step == 0)
            {
                held.Add(GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        if (done != users)
        {
            throw new InvalidOperationException($"{done} of {users} users were banned.");
        }
    }
}
