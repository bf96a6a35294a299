namespace Amity.Bench.Rows;

/// <summary>The most that a ratio may be, and the goal that is worth reaching.</summary>
internal sealed record RatioLimit(double Limit, double Goal);
