using System.Diagnostics;
using Amity.Bench.Measuring;
using Amity.Bench.Peers;
using Amity.Bench.Server;

namespace Amity.Bench.Rows;

/// <summary>The process that <see cref="MemoryRow"/> starts: walks a list of bans and tells how that went.</summary>
internal static class WalkProcess
{
    /// <summary>Compared at both ends of the walk.</summary>
    private const int Window = 100;

    /// <summary>
    /// Walked before anything is noted, in all processes alike: the JIT compiles hot code anew and the collector finds its budget in
    /// the first seconds of any program, which says nothing about walks. What a walk keeps is free again when the next begins, so this
    /// cannot hide a walk that keeps its pages.
    /// </summary>
    private const int WarmUp = 1_000;

    internal static async Task<int> RunAsync(Uri address, int pages)
    {
        using var client = AmityPeer.Client(address);
        await WalkAsync(client, WarmUp);
        GC.Collect();
        var (heap, times) = await WalkAsync(client, pages);
        using var self = Process.GetCurrentProcess();
        Console.Out.WriteLine(new WalkReport(self.PeakWorkingSet64, heap, Time(times.Take(Window)), Time(times.TakeLast(Window))).Text);
        return 0;
    }

    // Of the middle page, because a single pause of the machine weighs as much as all hundred.
    private static double Time(IEnumerable<double> times) => Window * Median.Of(times);

    private static async Task<(double PeakHeap, List<double> Times)> WalkAsync(AmityClient client, int pages)
    {
        var heap = 0L;
        var times = new List<double>(pages);
        var before = Stopwatch.GetTimestamp();
        await foreach (var page in client.Rooms.EnumerateViewerBansAsync(BanPageSource.RoomOf(pages)).AsPages())
        {
            var now = Stopwatch.GetTimestamp();
            times.Add(Stopwatch.GetElapsedTime(before, now).TotalMicroseconds);
            before = now;
            heap = Math.Max(heap, GC.GetGCMemoryInfo(GCKind.Any).HeapSizeBytes);
        }

        return times.Count == pages ? (heap, times) : throw new InvalidOperationException($"The walk gave {times.Count} pages.");
    }
}
