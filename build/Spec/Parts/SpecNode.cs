using System.Globalization;
using System.Text.Json;
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
    private readonly OrderedDictionary<string, SpecEntry> _entries = new(StringComparer.Ordinal);

    public IReadOnlyList<SpecEntry> Entries => _entries.Values;

    /// <summary>The value of a key; null when there is none.</summary>
    public SpecNode? this[string key] => Find(key)?.Value;

    public SpecEntry? Find(string key) => _entries.GetValueOrDefault(key);

    /// <summary>The text of a key's value; null when there is none.</summary>
    public string? Text(string key) => (this[key] as SpecScalar)?.Text;

    public SpecMap? Map(string key) => this[key] as SpecMap;

    /// <summary>The object under a key, which is added when it is not there.</summary>
    public SpecMap MapOrNew(string key, Place place)
    {
        TryAdd(new SpecEntry(key, new SpecMap(place), place));
        return Map(key)!;
    }

    public IReadOnlyList<SpecNode> List(string key) => (this[key] as SpecList)?.Items ?? [];

    /// <summary>The texts of a key's list.</summary>
    public IEnumerable<string> Texts(string key) => List(key).OfType<SpecScalar>().Select(scalar => scalar.Text);

    public bool IsTrue(string key) => this[key] is SpecScalar { Kind: JsonValueKind.True };

    /// <summary>Adds an entry; false when there is one of that key.</summary>
    public bool TryAdd(SpecEntry entry) => _entries.TryAdd(entry.Key, entry);

    /// <summary>Gives a key another value, or the one that it did not have.</summary>
    public void Set(string key, SpecNode value) => _entries[key] = new SpecEntry(key, value, Find(key)?.Place ?? value.Place);

    public void Remove(string key) => _entries.Remove(key);

    public override JsonNode ToJson() => new JsonObject(Entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.ToJson())));
}

/// <summary>One entry of an object.</summary>
internal sealed record SpecEntry(string Key, SpecNode Value, Place Place);

/// <summary>A list.</summary>
internal sealed class SpecList(IEnumerable<SpecNode> items, Place place) : SpecNode(place)
{
    public IReadOnlyList<SpecNode> Items { get; } = [.. items];

    public override JsonNode ToJson() => new JsonArray([.. Items.Select(item => item.ToJson())]);
}

/// <summary>A text, number, boolean or null.</summary>
internal sealed partial class SpecScalar(string text, bool isPlain, Place place) : SpecNode(place)
{
    public string Text { get; } = text;

    /// <summary>What it is in JSON: without quotes, a JSON number, true, false or null is one; ids and dates stay texts.</summary>
    public JsonValueKind Kind => !isPlain ? JsonValueKind.String : Text switch
    {
        "null" or "~" or "" => JsonValueKind.Null,
        "true" => JsonValueKind.True,
        "false" => JsonValueKind.False,
        _ when Number().IsMatch(Text) => JsonValueKind.Number,
        _ => JsonValueKind.String,
    };

    /// <summary>Its value as an integer; null when it is none.</summary>
    public long? Whole => long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public override JsonNode? ToJson() => Kind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => JsonValue.Create(true),
        JsonValueKind.False => JsonValue.Create(false),
        JsonValueKind.Number => JsonNode.Parse(Text),
        _ => JsonValue.Create(Text),
    };

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$")]
    private static partial Regex Number();
}
