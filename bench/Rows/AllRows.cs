namespace Amity.Bench.Rows;

/// <summary>The measures, in the order of the table.</summary>
internal static class AllRows
{
    internal static IReadOnlyList<IRow> Short { get; } = [new DecodeRow(), new PageRow(), new TinyRow()];

    internal static IReadOnlyList<IRow> Long { get; } = [new EnumerationRow(), new BulkRow(), new BulkMemoryRow(), new RateLimitRow(), new MemoryRow()];

    internal static IEnumerable<string> Names => Short.Concat(Long).Select(row => row.Name);
}
