namespace Amity.Bench.Rows;

/// <summary>One measure, or some that come out of the same run.</summary>
internal interface IRow
{
    /// <summary>What <c>--only</c> calls it.</summary>
    string Name { get; }

    Task<IReadOnlyList<Comparison>> RunAsync(RowContext context);
}
