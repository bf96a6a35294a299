using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Amity.DriftCheck.Findings;

/// <summary>The names of the types of JSON values.</summary>
internal static class JsonTypeNames
{
    public static string KindOf(JToken? value) => value?.Type switch
    {
        JTokenType.String => "string",
        JTokenType.Integer => "integer",
        JTokenType.Float => "number",
        JTokenType.Boolean => "boolean",
        JTokenType.Object => "object",
        JTokenType.Array => "array",
        _ => "null",
    };

    public static string Expected(JsonSchema schema) => schema.ActualSchema.Type switch
    {
        JsonObjectType.None => "something else",
        var type => type.ToString().ToLowerInvariant(),
    };
}
