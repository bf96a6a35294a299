namespace Amity.Bench.Measuring;

/// <summary>The middle of a list, which a few disturbed rounds do not move.</summary>
internal static class Median
{
    internal static double Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>The middle of the ratios of each round: what slows a round down slows both sides of its ratio.</summary>
    internal static double OfRatios(IReadOnlyList<double> ours, IReadOnlyList<double> theirs) => Of(ours.Zip(theirs, (mine, other) => mine / other));
}
