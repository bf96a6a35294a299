using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Amity.DriftCheck.Findings;

/// <summary>Visits what a response and its schema have in common; paths are the same for every entry of a list.</summary>
internal static class SchemaTraversal
{
    public static IEnumerable<(JToken Value, JsonSchema Schema, string Path)> Of(JToken value, JsonSchema schema, string path = "")
    {
        var actual = schema.ActualSchema;
        yield return (value, actual, path);
        var children = value switch
        {
            JArray entries when actual.Item is { } item => entries.SelectMany(entry => Of(entry, item, $"{path}[]")),
            JObject fields => fields.Properties()
                .Where(field => actual.ActualProperties.ContainsKey(field.Name))
                .SelectMany(field =>
                    Of(field.Value, actual.ActualProperties[field.Name], path.Length == 0 ? field.Name : $"{path}.{field.Name}")),
            _ => [],
        };
        foreach (var inner in children)
        {
            yield return inner;
        }
    }
}
