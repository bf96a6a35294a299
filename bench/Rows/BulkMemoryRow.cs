using System.Globalization;
using Amity.Bench.Server;

namespace Amity.Bench.Rows;

/// <summary>Long streaming bulk runs, each in a client process of its own: whether memory grows with the number of ids.</summary>
internal sealed class BulkMemoryRow : IRow
{
    private const int FewUsers = 100_000;
    private const int ManyUsers = 1_000_000;

    public string Name => "bulk-memory";

    public Task<IReadOnlyList<Comparison>> RunAsync(RowContext context)
    {
        List<BulkReport> few = [];
        List<BulkReport> many = [];
        for (var round = 0; round < context.Rounds(quick: 3); round++)
        {
            few.Add(Ban(context, FewUsers));
            many.Add(Ban(context, ManyUsers));
        }

        return Task.FromResult<IReadOnlyList<Comparison>>(
        [
            Comparison.Of(
                $"peak memory of the client's process, banning {ManyUsers:N0} users by a streaming run",
                $"banning {FewUsers:N0}",
                many.ConvertAll(report => report.PeakWorkingSet),
                few.ConvertAll(report => report.PeakWorkingSet),
                Comparison.Size,
                new RatioLimit(1.1, 1.0)),
            Comparison.Of(
                "what the client holds near the end of that run",
                $"of one of {FewUsers:N0}",
                many.ConvertAll(report => report.Held),
                few.ConvertAll(report => report.Held),
                Comparison.Size,
                new RatioLimit(1.1, 1.0)),
        ]);
    }

    private static BulkReport Ban(RowContext context, int users)
    {
        using var child = new ChildProcess("bulk", context.Server.Address.AbsoluteUri, users.ToString(CultureInfo.InvariantCulture));
        return BulkReport.Parse(child.ReadLine());
    }
}
