using System.Diagnostics;

namespace Amity.Tests.Chaos;

/// <summary>How close requests of one credential ever came to each other.</summary>
/// <param name="Worst">The most requests in any window.</param>
/// <param name="Shortest">The shortest time in which one more than the limit came; null when there never were so many.</param>
internal sealed record RequestSpacing(int Worst, TimeSpan? Shortest)
{
    internal static RequestSpacing Of(IEnumerable<long> times, int limit, TimeSpan window)
    {
        var sorted = times.Order().ToArray();
        var worst = 0;
        TimeSpan? shortest = null;
        for (int first = 0, last = 0; last < sorted.Length; last++)
        {
            // A window is open at its end: what comes exactly one window later is outside.
            while (Stopwatch.GetElapsedTime(sorted[first], sorted[last]) >= window)
            {
                first++;
            }

            worst = Math.Max(worst, last - first + 1);
            if (last >= limit && (shortest is null || Stopwatch.GetElapsedTime(sorted[last - limit], sorted[last]) < shortest))
            {
                shortest = Stopwatch.GetElapsedTime(sorted[last - limit], sorted[last]);
            }
        }

        return new RequestSpacing(worst, shortest);
    }
}
