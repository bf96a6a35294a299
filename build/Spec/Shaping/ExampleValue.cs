using System.Globalization;
using Amity.Spec.Parts;

namespace Amity.Spec.Shaping;

/// <summary>Makes an example of a schema: the one that it gives, else its default, else its first enum value, else of what it consists of.</summary>
internal sealed class ExampleValue(MergedSpec spec)
{
    private const string Instant = "2026-03-06T18:00:00.000Z";
    private const string Date = "2026-03-06";

    private readonly HashSet<SpecMap> _open = new(ReferenceEqualityComparer.Instance);

    /// <summary>An example; null where there is none to give, as for an object inside of itself.</summary>
    public SpecNode? Of(SpecMap schema)
    {
        if (spec.Resolve(schema) is not { } target || !_open.Add(target))
        {
            return null;
        }

        var value = target["example"] ?? target["default"] ?? (target.List("enum") is [var first, ..] ? first : Composed(target));
        _open.Remove(target);
        return value;
    }

    private SpecNode? Composed(SpecMap schema) => (schema.Text("type"), schema.Text("format")) switch
    {
        ("string", "date-time") => new SpecScalar(Instant, isPlain: false, schema.Place),
        ("string", "date") => new SpecScalar(Date, isPlain: false, schema.Place),
        ("string", _) => null,
        ("integer" or "number", _) => new SpecScalar(NumberOf(schema).ToString(CultureInfo.InvariantCulture), isPlain: true, schema.Place),
        ("boolean", _) => new SpecScalar("true", isPlain: true, schema.Place),
        ("array", _) => ListOf(schema),
        _ => ObjectOf(schema),
    };

    /// <summary>One, or the number closest to it that is within the limits.</summary>
    private static decimal NumberOf(SpecMap schema)
    {
        var step = schema.Text("type") == "integer" ? 1 : 0.5m;
        var least = Limit("minimum", "exclusiveMinimum", step);
        var most = Limit("maximum", "exclusiveMaximum", -step);
        return Math.Min(Math.Max(1, least ?? 1), most ?? decimal.MaxValue);

        decimal? Limit(string key, string exclusive, decimal inward) =>
            decimal.TryParse(schema.Text(key), NumberStyles.Float, CultureInfo.InvariantCulture, out var limit)
                ? limit + (schema.IsTrue(exclusive) ? inward : 0)
                : null;
    }

    private SpecList ListOf(SpecMap schema)
    {
        var least = (schema["minItems"] as SpecScalar)?.Whole ?? 1;
        var item = schema.Map("items") is { } items && schema.Text("maxItems") != "0" ? Of(items) : null;
        return new SpecList(item is null ? [] : Enumerable.Repeat(item, (int)Math.Max(1, least)), schema.Place);
    }

    private SpecMap ObjectOf(SpecMap schema)
    {
        var value = new SpecMap(schema.Place);
        foreach (var property in schema.Map("properties")?.Entries ?? [])
        {
            if (property.Value is SpecMap field && Of(field) is { } example)
            {
                value.Set(property.Key, example);
            }
        }

        if (schema.Map("additionalProperties") is { Entries.Count: > 0 } values && Of(values) is { } entry)
        {
            value.Set("key", entry);
        }

        return value;
    }
}
