using Newtonsoft.Json.Linq;

using NJsonSchema;

namespace Amity.DriftCheck.Findings;

/// <summary>Visits what a response and its schema have in common; paths are the same for every entry of a list.</summary>
internal static class SchemaWalk
{
    public static IEnumerable<(JToken Value, JsonSchema Schema, string Path)> Visit(JToken value, JsonSchema schema, string path = "")
    {
        var actual = schema.ActualSchema;
        yield return (value, actual, path);
        var children = value switch
        {
            JArray entries when actual.Item is { } item => entries.Select(entry => (Value: entry, Schema: (JsonSchema)item, Path: $"{path}[]")),
            JObject fields => fields.Properties()
                .Where(field => actual.ActualProperties.ContainsKey(field.Name))
                .Select(field => (field.Value, Schema: (JsonSchema)actual.ActualProperties[field.Name], Path: path.Length == 0 ? field.Name : $"{path}.{field.Name}")),
            _ => [],
        };
        foreach (var inner in children.SelectMany(child => Visit(child.Value, child.Schema, child.Path)))
        {
            yield return inner;
        }
    }
}
