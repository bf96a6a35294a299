namespace Amity.Bench.Measuring;

/// <summary>What one contestant took in each round, per run.</summary>
internal sealed class Samples(string name)
{
    internal string Name => name;

    internal List<double> Microseconds { get; } = [];

    internal List<double> Bytes { get; } = [];
}
