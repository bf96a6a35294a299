namespace Amity.Bench.Measuring;

/// <summary>What one action took in each round, per run.</summary>
internal sealed class Measurements(string name)
{
    internal string Name => name;

    internal List<double> Microseconds { get; } = [];

    internal List<double> Bytes { get; } = [];
}
