using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace Amity.Tests.Unit.Json;

/// <summary>Tells where two objects differ: every public property, as deep as they go, and JSON by its values.</summary>
internal static class ModelDifference
{
    internal static IReadOnlyList<string> Between(object? left, object? right) => [.. Compare(left, right, "$", new(ReferenceEqualityComparer.Instance))];

    private static IEnumerable<string> Compare(object? left, object? right, string path, Dictionary<object, object> seen)
    {
        switch (left, right)
        {
            case (null, null):
                return [];
            case (null, _) or (_, null):
                return [$"{path}: {Show(left)} and {Show(right)}"];
            case (AmityModel, AmityModel) when left.GetType() == right.GetType():
                // What is joined to a model leads round in circles; both sides have to go the same round.
                return !seen.TryAdd(left, right)
                    ? ReferenceEquals(seen[left], right) ? [] : [$"{path}: joined to another object"]
                    : left.GetType().GetProperties().SelectMany(p => Compare(p.GetValue(left), p.GetValue(right), $"{path}.{p.Name}", seen));
            case (IDictionary<string, object?> first, IDictionary<string, object?> second):
                return first.Keys.Union(second.Keys).SelectMany(key => first.ContainsKey(key) && second.ContainsKey(key)
                    ? Compare(first[key], second[key], $"{path}[{key}]", seen)
                    : [$"{path}[{key}] is only in the {(first.ContainsKey(key) ? "first" : "second")}"]);
            case (JsonElement first, JsonElement second):
                return SameJson(first, second) ? [] : [$"{path}: {first.GetRawText()} and {second.GetRawText()}"];
            case (string, string):
                return Same(left, right, path);
            case (IEnumerable first, IEnumerable second):
                var (items, others) = (first.Cast<object?>().ToList(), second.Cast<object?>().ToList());
                return items.Count == others.Count ? items.Zip(others).SelectMany((pair, i) => Compare(pair.First, pair.Second, $"{path}[{i}]", seen)) : [$"{path}: {items.Count} and {others.Count} items"];
            default:
                return Same(left, right, path);
        }
    }

    private static IEnumerable<string> Same(object left, object right, string path) =>
        left.GetType() == right.GetType() && left.Equals(right) && (left is not DateTimeOffset instant || instant.EqualsExact((DateTimeOffset)right))
            ? []
            : [$"{path}: {Show(left)} and {Show(right)}"];

    private static bool SameJson(JsonElement left, JsonElement right) => (left.ValueKind, right.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => Fields(left) is var fields && Fields(right) is var others
            && fields.Count == others.Count && fields.All(field => others.TryGetValue(field.Key, out var other) && SameJson(field.Value, other)),
        (JsonValueKind.Array, JsonValueKind.Array) => left.GetArrayLength() == right.GetArrayLength()
            && left.EnumerateArray().Zip(right.EnumerateArray()).All(pair => SameJson(pair.First, pair.Second)),
        (JsonValueKind.Number, JsonValueKind.Number) => JsonElement.DeepEquals(left, right) || SameDouble(left.GetRawText(), right.GetRawText()),
        _ => JsonElement.DeepEquals(left, right),
    };

    // Of a field given twice the last one counts.
    private static Dictionary<string, JsonElement> Fields(JsonElement value) =>
        value.EnumerateObject().GroupBy(field => field.Name).ToDictionary(field => field.Key, field => field.Last().Value);

    // Newtonsoft.Json takes a fraction or an exponent for a double before anybody is asked.
    private static bool SameDouble(string left, string right) =>
        left.AsSpan().IndexOfAny('.', 'e', 'E') >= 0 && Nearest(left).Equals(Nearest(right));

    private static double Nearest(string number) => Math.Clamp(double.Parse(number, CultureInfo.InvariantCulture), double.MinValue, double.MaxValue);

    private static string Show(object? value) => value is null ? "null" : string.Create(CultureInfo.InvariantCulture, $"{value.GetType().Name} {value}");
}
