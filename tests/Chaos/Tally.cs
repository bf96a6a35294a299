using System.Collections.Concurrent;

namespace Amity.Tests.Chaos;

/// <summary>Counts by name.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, long> _counts = new(StringComparer.Ordinal);

    internal long Total => _counts.Values.Sum();

    internal void Add(string name, long count = 1) => _counts.AddOrUpdate(name, count, (_, old) => old + count);

    public override string ToString() =>
        string.Join(", ", _counts.OrderByDescending(entry => entry.Value)
            .ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => $"{entry.Key} {entry.Value}"));
}
