namespace PactNet;

/// <summary>Numbers the values of a repeated header or query key, which the core would otherwise overwrite.</summary>
internal sealed class ValueIndexes
{
    private readonly Dictionary<string, nuint> _next = new(StringComparer.OrdinalIgnoreCase);

    internal nuint Next(string key)
    {
        var index = _next.GetValueOrDefault(key);
        _next[key] = index + 1;
        return index;
    }
}
