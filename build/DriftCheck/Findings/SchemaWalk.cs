using Newtonsoft.Json.Linq;

using NJsonSchema;

namespace Amity.DriftCheck.Findings;

/// <summary>Visits what an answer and its schema have in common.</summary>
internal static class SchemaWalk
{
    public static IEnumerable<(JToken Value, JsonSchema Schema)> Visit(JToken value, JsonSchema schema)
    {
        var actual = schema.ActualSchema;
        yield return (value, actual);
        var children = value switch
        {
            JArray entries when actual.Item is { } item => entries.Select(entry => (Value: entry, Schema: (JsonSchema)item)),
            JObject fields => fields.Properties()
                .Where(field => actual.ActualProperties.ContainsKey(field.Name))
                .Select(field => (Value: field.Value, Schema: (JsonSchema)actual.ActualProperties[field.Name])),
            _ => [],
        };
        foreach (var inner in children.SelectMany(child => Visit(child.Value, child.Schema)))
        {
            yield return inner;
        }
    }
}
