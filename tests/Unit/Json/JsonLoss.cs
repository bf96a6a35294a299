using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Amity.Tests.Unit.Json;

/// <summary>Tells what one JSON text lost or gained on its way through the models.</summary>
internal static class JsonLoss
{
    // What callers keep there is theirs: a text in it stays the same text, also when it looks like an instant.
    private static readonly string[] FreeObjects = ["metadata", "exif", "gps", "detail"];

    private static readonly HashSet<string> Instants =
        [.. Spec.Document.Components.Schemas.Values.SelectMany(schema => schema.ActualProperties).Where(p => p.Value.Format == "date-time").Select(p => p.Key)];

    internal static IReadOnlyList<string> Between(string before, string after) => [.. Compare(Parse(before), Parse(after), "$", string.Empty, free: false)];

    internal static JToken Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
        return JToken.ReadFrom(reader);
    }

    private static IEnumerable<string> Compare(JToken before, JToken after, string path, string name, bool free)
    {
        switch (before, after)
        {
            case (JObject left, JObject right):
                return CompareFields(left, right, path, free || FreeObjects.Contains(name));
            case (JArray left, JArray right) when left.Count == right.Count:
                return left.Zip(right).SelectMany((pair, i) => Compare(pair.First, pair.Second, $"{path}[{i}]", name, free));
            case (JValue left, JValue right) when IsNumber(left) && IsNumber(right):
                return SameNumber(left, right) ? [] : [$"{path}: {left} became {right}"];
            case (JValue { Type: JTokenType.String } left, JValue { Type: JTokenType.String } right) when !free && Instants.Contains(name):
                return SameInstant((string)left!, (string)right!) ? [] : [$"{path}: {left} became {right}"];
            default:
                return JToken.DeepEquals(before, after) ? [] : [$"{path}: {before} became {after}"];
        }
    }

    private static IEnumerable<string> CompareFields(JObject before, JObject after, string path, bool free)
    {
        // Null may become absent where the spec names the field.
        var lost = before.Properties().Where(p => after[p.Name] is null && (free || p.Value.Type != JTokenType.Null)).Select(p => $"{path}.{p.Name} was lost");
        var gained = after.Properties().Where(p => before[p.Name] is null).Select(p => $"{path}.{p.Name} was gained");
        var changed = before.Properties().Where(p => after[p.Name] is not null).SelectMany(p => Compare(p.Value, after[p.Name]!, $"{path}.{p.Name}", p.Name, free));
        return [.. lost, .. gained, .. changed];
    }

    private static bool IsNumber(JValue value) => value.Type is JTokenType.Integer or JTokenType.Float;

    private static bool SameNumber(JValue before, JValue after)
    {
        var (left, right) = ((decimal)before, (decimal)after);
        return left == right && (left != decimal.Truncate(left) || after.Type == JTokenType.Integer);
    }

    private static bool SameInstant(string before, string after) =>
        after.EndsWith('Z') && DateTimeOffset.Parse(before, CultureInfo.InvariantCulture).UtcTicks == DateTimeOffset.Parse(after, CultureInfo.InvariantCulture).UtcTicks;
}
