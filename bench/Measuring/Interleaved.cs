using System.Diagnostics;

namespace Amity.Bench.Measuring;

/// <summary>
/// Measures contestants in turn, many short rounds instead of one after another: whatever else the machine does in the meantime
/// falls on all of them alike.
/// </summary>
internal static class Interleaved
{
    /// <summary>How long one contestant's turn takes: long against the clock's resolution, short against disturbances.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(4);

    /// <summary>
    /// The JIT compiles what is called often anew, several times, on a thread that first waits for a moment without new methods. So
    /// warming up is bursts of runs with such moments after them, not one long run.
    /// </summary>
    private const int WarmingBursts = 6;

    private const int WarmingRuns = 200;

    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(150);

    /// <summary>As many rounds as fit into a time, once everything is warm.</summary>
    internal static async Task<IReadOnlyList<Samples>> WithinAsync(IReadOnlyList<Contestant> contestants, TimeSpan budget)
    {
        var counts = new int[contestants.Count];
        for (var burst = 0; burst < WarmingBursts; burst++)
        {
            Array.Fill(counts, WarmingRuns);
            var warming = await RoundsAsync(contestants, counts, 1);
            counts = [.. warming.Select(samples => Math.Max(1, (int)(Turn.TotalMicroseconds / samples.Microseconds[0])))];
            await Task.Delay(Quiet);
        }

        var clock = Stopwatch.StartNew();
        var all = contestants.Select(contestant => new Samples(contestant.Name)).ToArray();
        while (clock.Elapsed < budget)
        {
            await RoundAsync(contestants, counts, all);
        }

        return all;
    }

    /// <summary>So many rounds of one run each, for runs that take seconds.</summary>
    internal static Task<IReadOnlyList<Samples>> RoundsAsync(IReadOnlyList<Contestant> contestants, int rounds)
    {
        var counts = new int[contestants.Count];
        Array.Fill(counts, 1);
        return RoundsAsync(contestants, counts, rounds);
    }

    private static async Task<IReadOnlyList<Samples>> RoundsAsync(IReadOnlyList<Contestant> contestants, int[] counts, int rounds)
    {
        var all = contestants.Select(contestant => new Samples(contestant.Name)).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            await RoundAsync(contestants, counts, all);
        }

        return all;
    }

    private static async Task RoundAsync(IReadOnlyList<Contestant> contestants, int[] counts, Samples[] all)
    {
        // Nobody always runs behind the same neighbour, whose garbage they would have to clear away.
        var order = Enumerable.Range(0, contestants.Count).ToArray();
        Random.Shared.Shuffle(order);
        foreach (var index in order)
        {
            // Of the whole process: an asynchronous call goes on in other threads.
            var bytes = GC.GetTotalAllocatedBytes(precise: true);
            var start = Stopwatch.GetTimestamp();
            await contestants[index].Run(counts[index]);
            var elapsed = Stopwatch.GetElapsedTime(start);
            bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
            all[index].Microseconds.Add(elapsed.TotalMicroseconds / counts[index]);
            all[index].Bytes.Add(bytes / (double)counts[index]);
        }
    }
}
