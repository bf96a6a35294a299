using System.Globalization;
using Amity.Bench.Server;

namespace Amity.Bench.Rows;

/// <summary>Long streaming bulk runs, each in a client process of its own: whether memory grows with the number of ids.</summary>
internal sealed class BulkMemoryRow : IRow
{
    private const int FewUsers = 100_000;
    private const int ManyUsers = 1_000_000;

    public string Name => "bulk-memory";

    public Task<IReadOnlyList<Comparison>> RunAsync(RowContext context) => Task.FromResult<IReadOnlyList<Comparison>>(
    [
        Compare(context, "what the client holds, banning 1,000,000 users by a streaming run", BulkProcess.Held),
        Compare(context, "peak memory of the client's process, banning 1,000,000 users by a streaming run", BulkProcess.Peak),
    ]);

    private static Comparison Compare(RowContext context, string name, string measure)
    {
        List<double> few = [];
        List<double> many = [];
        for (var round = 0; round < context.Rounds(quick: 2); round++)
        {
            few.Add(Ban(context, measure, FewUsers));
            many.Add(Ban(context, measure, ManyUsers));
        }

        return Comparison.Of(name, "banning 100,000", many, few, Comparison.Size, new RatioLimit(1.1, 1.0));
    }

    private static double Ban(RowContext context, string measure, int users)
    {
        using var child = new ChildProcess("bulk", context.Server.Address.AbsoluteUri, measure, users.ToString(CultureInfo.InvariantCulture));
        return double.Parse(child.ReadLine(), CultureInfo.InvariantCulture);
    }
}
