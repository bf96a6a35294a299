using Amity.Bench.Measuring;
using Amity.Bench.Server;

namespace Amity.Bench.Rows;

/// <summary>Long enumerations, each in a client process of its own: whether memory or time grows with their length.</summary>
internal sealed class MemoryRow : IRow
{
    private const int ShortEnumeration = 100;
    private const int LongEnumeration = 10_000;

    public string Name => "memory";

    public Task<IReadOnlyList<Comparison>> RunAsync(RowContext context)
    {
        var rounds = Enumerable.Range(0, context.Rounds(quick: 1)).Select(_ => (Short: Enumerate(context, ShortEnumeration), Long: Enumerate(context, LongEnumeration))).ToArray();
        return Task.FromResult<IReadOnlyList<Comparison>>(
        [
            Compare("peak memory of the client's process, enumerating 1,000,000 bans", "enumerating 10,000", rounds, Comparison.Size, round => round.Long.PeakWorkingSet, round => round.Short.PeakWorkingSet, new RatioLimit(1.1, 1.0)),
            Compare("what the client holds at the end of an enumeration of 1,000,000 bans", "of 10,000", rounds, Comparison.Size, round => round.Long.Held, round => round.Short.Held, null),
            Compare("time of the last 100 pages, enumerating 10,000 pages", "the first 100", rounds, Comparison.Time, round => round.Long.LastPages, round => round.Long.FirstPages, new RatioLimit(1.1, 1.0)),
        ]);
    }

    private static Comparison Compare(string measure, string against, (EnumerationReport Short, EnumerationReport Long)[] rounds, Func<double, string> format, Func<(EnumerationReport Short, EnumerationReport Long), double> ours, Func<(EnumerationReport Short, EnumerationReport Long), double> theirs, RatioLimit? limit)
    {
        double[] mine = [.. rounds.Select(ours)];
        double[] others = [.. rounds.Select(theirs)];
        return new Comparison(measure, against, format(Median.Of(mine)), format(Median.Of(others)), Median.OfRatios(mine, others), limit);
    }

    private static EnumerationReport Enumerate(RowContext context, int pages)
    {
        using var child = new ChildProcess("enumeration", context.Server.Address.AbsoluteUri, pages.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return EnumerationReport.Parse(child.ReadLine());
    }
}
