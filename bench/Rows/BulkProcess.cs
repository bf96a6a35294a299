using System.Diagnostics;
using System.Globalization;
using Amity.Bench.Peers;

namespace Amity.Bench.Rows;

/// <summary>The process that <see cref="BulkMemoryRow"/> starts: bans users by a streaming run and reports how much memory that took.</summary>
internal static class BulkProcess
{
    /// <summary>Banned before anything is noted, in all processes alike: the collector finds its budget in the first seconds of any program.</summary>
    private const int WarmUp = 500_000;

    internal static async Task<int> RunAsync(Uri address, int users)
    {
        using var client = AmityPeer.Client(address);
        await BanAsync(client, WarmUp);
        var held = await BanAsync(client, users);
        using var self = Process.GetCurrentProcess();
        Console.Out.WriteLine(new BulkReport(self.PeakWorkingSet64, held).Text);
        return 0;
    }

    /// <summary>Gives how much is held when the last but some thousand ids are handed over, with as many under way as ever.</summary>
    private static async Task<double> BanAsync(AmityClient client, int users)
    {
        const int BeforeTheEnd = 30_000;
        var held = 0L;
        var done = 0;
        var ids = Enumerable.Range(0, users).Select(user => $"viewer-{user:D7}");
        await foreach (var item in client.Rooms.BulkBanViewersStreamingAsync(RowContext.Room, ids))
        {
            done += item.Outcome == BulkOutcome.Done ? 1 : 0;
            if (done == users - BeforeTheEnd)
            {
                held = GC.GetTotalMemory(forceFullCollection: true);
            }
        }

        return done == users ? held : throw new InvalidOperationException($"{done} of {users} users were banned.");
    }
}

/// <summary>What a process that bans users reports of itself, as one line of text.</summary>
internal sealed record BulkReport(double PeakWorkingSet, double Held)
{
    internal static BulkReport Parse(string line) =>
        line.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray() is [var set, var held]
            ? new BulkReport(set, held)
            : throw new FormatException(line);

    internal string Text => string.Create(CultureInfo.InvariantCulture, $"{PeakWorkingSet} {Held}");
}
