using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Amity.DriftCheck.Findings;

/// <summary>Finds numbers beyond 64 bits, which few readers hold without loss.</summary>
internal static class NumberCheck
{
    public static IEnumerable<Finding> Find(string operation, JToken json, JsonSchema schema) =>
        SchemaTraversal.Of(json, schema)
            .Where(part => IsBeyond(part.Value, part.Schema))
            .Select(part => new Finding(FindingKind.LimitExceeded, operation, part.Path, "a number beyond 64 bits"));

    public static bool IsBeyond(JToken? value, JsonSchema schema) =>
        IsNumber(schema) && value is JValue { Value: double number } && Math.Abs(number) >= long.MaxValue;

    public static bool IsNumber(JsonSchema schema) => (schema.Type & (JsonObjectType.Number | JsonObjectType.Integer)) != 0;
}
