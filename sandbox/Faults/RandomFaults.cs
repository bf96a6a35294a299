namespace Amity.Sandbox.Faults;

/// <summary>A sequence of decisions that its seed fixes.</summary>
internal sealed class RandomFaults(int seed, double rate, IReadOnlyList<SandboxFault> kinds)
{
    // With a seed, .NET keeps this generator's sequence the same from version to version.
    private readonly Random _random = new(seed);

    public SandboxFault? Draw()
    {
        // Both numbers every time, so that another rate changes how many strike but not which.
        var chance = _random.NextDouble();
        var kind = kinds[_random.Next(kinds.Count)];
        return chance < rate ? kind : null;
    }
}
