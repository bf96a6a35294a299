using System.Diagnostics;

namespace Amity.Bench.Measuring;

/// <summary>
/// Measures actions in turn, many short rounds instead of one after another: whatever else the machine does in the meantime
/// falls on all of them alike.
/// </summary>
internal static class Interleaved
{
    /// <summary>How long one action's turn takes: long against the clock's resolution, short against disturbances.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(4);

    /// <summary>
    /// The JIT compiles what is called often anew, several times, on a thread that first waits for a moment without new methods. So
    /// warming up is bursts of runs with such moments after them, not one long run.
    /// </summary>
    private const int WarmingBursts = 6;

    private const int WarmingRuns = 200;

    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(150);

    /// <summary>As many rounds as fit into a time, once everything is warm.</summary>
    internal static async Task<IReadOnlyList<Measurements>> WithinAsync(IReadOnlyList<MeasuredAction> actions, TimeSpan budget)
    {
        var counts = new int[actions.Count];
        for (var burst = 0; burst < WarmingBursts; burst++)
        {
            Array.Fill(counts, WarmingRuns);
            var warming = await RoundsAsync(actions, counts, 1);
            counts = [.. warming.Select(measurements => Math.Max(1, (int)(Turn.TotalMicroseconds / measurements.Microseconds[0])))];
            await Task.Delay(Quiet);
        }

        var clock = Stopwatch.StartNew();
        var all = actions.Select(action => new Measurements(action.Name)).ToArray();
        while (clock.Elapsed < budget)
        {
            await RoundAsync(actions, counts, all);
        }

        return all;
    }

    /// <summary>So many rounds of one run each, for runs that take seconds.</summary>
    internal static Task<IReadOnlyList<Measurements>> RoundsAsync(IReadOnlyList<MeasuredAction> actions, int rounds)
    {
        var counts = new int[actions.Count];
        Array.Fill(counts, 1);
        return RoundsAsync(actions, counts, rounds);
    }

    private static async Task<IReadOnlyList<Measurements>> RoundsAsync(IReadOnlyList<MeasuredAction> actions, int[] counts, int rounds)
    {
        var all = actions.Select(action => new Measurements(action.Name)).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            await RoundAsync(actions, counts, all);
        }

        return all;
    }

    private static async Task RoundAsync(IReadOnlyList<MeasuredAction> actions, int[] counts, Measurements[] all)
    {
        // Nobody always runs behind the same neighbour, whose garbage they would have to clear away.
        var order = Enumerable.Range(0, actions.Count).ToArray();
        Random.Shared.Shuffle(order);
        foreach (var index in order)
        {
            // Of the whole process: an asynchronous call goes on in other threads.
            var bytes = GC.GetTotalAllocatedBytes(precise: true);
            var start = Stopwatch.GetTimestamp();
            await actions[index].Run(counts[index]);
            var elapsed = Stopwatch.GetElapsedTime(start);
            bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
            all[index].Microseconds.Add(elapsed.TotalMicroseconds / counts[index]);
            all[index].Bytes.Add(bytes / (double)counts[index]);
        }
    }
}
