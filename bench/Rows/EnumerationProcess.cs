using System.Diagnostics;
using System.Globalization;
using Amity.Bench.Measuring;
using Amity.Bench.Peers;
using Amity.Bench.Server;

namespace Amity.Bench.Rows;

/// <summary>The process that <see cref="MemoryRow"/> starts: enumerates a list of bans and reports how that went.</summary>
internal static class EnumerationProcess
{
    /// <summary>Compared at both ends of the enumeration.</summary>
    private const int Window = 100;

    private const int LongestEnumeration = 10_000;

    /// <summary>
    /// Enumerated before anything is noted, in all processes alike: the JIT compiles hot code anew and the collector finds its budget in
    /// the first seconds of any program, which says nothing about enumerations. What an enumeration keeps is free again when the next begins, so this
    /// cannot hide an enumeration that keeps its pages.
    /// </summary>
    private const int WarmUp = 3_000;

    internal static async Task<int> RunAsync(Uri address, int pages)
    {
        using var client = AmityPeer.Client(address);
        await EnumerateAsync(client, WarmUp);
        var (held, times) = await EnumerateAsync(client, pages);
        using var self = Process.GetCurrentProcess();
        Console.Out.WriteLine(new EnumerationReport(self.PeakWorkingSet64, held, Time(times.Take(Window)), Time(times.TakeLast(Window))).Text);
        return 0;
    }

    // Of the middle page, because a single pause of the machine weighs as much as all hundred.
    private static double Time(IEnumerable<double> times) => Window * Median.Of(times);

    private static async Task<(double Held, List<double> Times)> EnumerateAsync(AmityClient client, int pages)
    {
        var held = 0L;
        // Made at its full length, or it would be the list of times that grows with the enumeration.
        var times = new List<double>(LongestEnumeration);
        var before = Stopwatch.GetTimestamp();
        await foreach (var page in client.Rooms.ListViewerBansAsync(BanPageSource.RoomOf(pages)).AsPages())
        {
            times.Add(Stopwatch.GetElapsedTime(before).TotalMicroseconds);
            if (times.Count == pages)
            {
                held = GC.GetTotalMemory(forceFullCollection: true);
            }

            before = Stopwatch.GetTimestamp();
        }

        return times.Count == pages ? (held, times) : throw new InvalidOperationException($"The enumeration gave {times.Count} pages.");
    }
}

/// <summary>What an enumerating process reports of itself, as one line of text.</summary>
internal sealed record EnumerationReport(double PeakWorkingSet, double Held, double FirstPages, double LastPages)
{
    internal static EnumerationReport Parse(string line) =>
        line.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray() is [var set, var held, var first, var last]
            ? new EnumerationReport(set, held, first, last)
            : throw new FormatException(line);

    internal string Text => string.Create(CultureInfo.InvariantCulture, $"{PeakWorkingSet} {Held} {FirstPages} {LastPages}");
}
