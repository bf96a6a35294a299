using System.Collections.Concurrent;

namespace Amity.Tests.Chaos;

/// <summary>Everything that is not as it was reported.</summary>
internal sealed class Verdict
{
    private readonly ConcurrentQueue<string> _differences = new();

    internal int Count => _differences.Count;

    internal IEnumerable<string> Differences => _differences;

    internal void Add(string difference) => _differences.Enqueue(difference);

    internal void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            Add(otherwise);
        }
    }
}
