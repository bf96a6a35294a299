namespace Amity.Bench.Rows;

/// <summary>What a ratio must not pass, and what to reach for.</summary>
internal sealed record Bar(double Limit, double ReachFor);
