using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Amity.Spec.Parts;

/// <summary>Where something is written.</summary>
internal sealed record Place(string File, long Line, long Column);

/// <summary>A value of the spec that knows where it is written.</summary>
internal abstract class SpecNode(Place place)
{
    public Place Place { get; } = place;

    public abstract JsonNode? ToJson();
}

/// <summary>An object, its entries in the order in which they are written.</summary>
internal sealed class SpecMap(Place place) : SpecNode(place)
{
    private readonly Dictionary<string, SpecEntry> _byKey = new(StringComparer.Ordinal);
    private readonly List<SpecEntry> _entries = [];

    public IReadOnlyList<SpecEntry> Entries => _entries;

    /// <summary>The value of a key; null when there is none.</summary>
    public SpecNode? this[string key] => Find(key)?.Value;

    public SpecEntry? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The text of a key's value; null when there is none.</summary>
    public string? Text(string key) => (this[key] as SpecScalar)?.Text;

    public SpecMap? Map(string key) => this[key] as SpecMap;

    public IReadOnlyList<SpecNode> List(string key) => (this[key] as SpecList)?.Items ?? [];

    public bool IsTrue(string key) => Text(key) == "true";

    /// <summary>Adds an entry; false when there is one of that key.</summary>
    public bool TryAdd(SpecEntry entry)
    {
        if (!_byKey.TryAdd(entry.Key, entry))
        {
            return false;
        }

        _entries.Add(entry);
        return true;
    }

    /// <summary>Puts another value in the place of an entry's.</summary>
    public void Replace(string key, SpecNode value)
    {
        var entry = _byKey[key] with { Value = value };
        _entries[_entries.FindIndex(old => old.Key == key)] = entry;
        _byKey[key] = entry;
    }

    public void Sort() => _entries.Sort((left, right) => string.CompareOrdinal(left.Key, right.Key));

    public override JsonNode ToJson() => new JsonObject(_entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.ToJson())));
}

/// <summary>One entry of an object.</summary>
internal sealed record SpecEntry(string Key, SpecNode Value, Place Place);

/// <summary>A list.</summary>
internal sealed class SpecList(IEnumerable<SpecNode> items, Place place) : SpecNode(place)
{
    private readonly List<SpecNode> _items = [.. items];

    public IReadOnlyList<SpecNode> Items => _items;

    public void Replace(int index, SpecNode item) => _items[index] = item;

    public override JsonNode ToJson() => new JsonArray([.. _items.Select(item => item.ToJson())]);
}

/// <summary>A text, number, boolean or null.</summary>
internal sealed partial class SpecScalar(string text, bool isPlain, Place place) : SpecNode(place)
{
    public string Text { get; } = text;

    /// <summary>As JSON has it: what is not quoted and reads as a JSON number, true, false or null is one; ids and dates stay texts.</summary>
    public override JsonNode? ToJson() => !isPlain ? JsonValue.Create(Text) : Text switch
    {
        "null" or "~" or "" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when Number().IsMatch(Text) => JsonNode.Parse(Text),
        _ => JsonValue.Create(Text),
    };

    public long? Whole => long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
