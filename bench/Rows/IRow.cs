namespace Amity.Bench.Rows;

/// <summary>One measure of the issue, or some that come out of the same run.</summary>
internal interface IRow
{
    /// <summary>What <c>--only</c> calls it.</summary>
    string Name { get; }

    Task<IReadOnlyList<Comparison>> RunAsync(Stage stage);
}
