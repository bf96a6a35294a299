using System.Globalization;
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
        List<EnumerationReport> shorter = [];
        List<EnumerationReport> longer = [];
        for (var round = 0; round < context.Rounds(quick: 1); round++)
        {
            shorter.Add(Enumerate(context, ShortEnumeration));
            longer.Add(Enumerate(context, LongEnumeration));
        }

        return Task.FromResult<IReadOnlyList<Comparison>>(
        [
            Comparison.Of(
                "peak memory of the client's process, enumerating 1,000,000 bans",
                "enumerating 10,000",
                longer.ConvertAll(report => report.PeakWorkingSet),
                shorter.ConvertAll(report => report.PeakWorkingSet),
                Comparison.Size,
                new RatioLimit(1.1, 1.0)),
            Comparison.Of(
                "what the client holds at the end of an enumeration of 1,000,000 bans",
                "of 10,000",
                longer.ConvertAll(report => report.Held),
                shorter.ConvertAll(report => report.Held),
                Comparison.Size,
                limit: null),
            Comparison.Of(
                "time of the last 100 pages, enumerating 10,000 pages",
                "the first 100",
                longer.ConvertAll(report => report.LastPages),
                longer.ConvertAll(report => report.FirstPages),
                Comparison.Time,
                new RatioLimit(1.1, 1.0)),
        ]);
    }

    private static EnumerationReport Enumerate(RowContext context, int pages)
    {
        using var child = new ChildProcess(
            "enumeration", context.Server.Address.AbsoluteUri, pages.ToString(CultureInfo.InvariantCulture));
        return EnumerationReport.Parse(child.ReadLine());
    }
}
