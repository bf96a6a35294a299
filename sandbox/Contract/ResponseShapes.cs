using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using NSwag;

namespace Amity.Sandbox.Contract;

/// <summary>What an operation's responses look like by the contract.</summary>
internal sealed class ResponseShapes(OpenApiOperation operation)
{
    private readonly Dictionary<string, JsonSchema?> _schemas = operation.ActualResponses.ToDictionary(
        response => response.Key,
        response => response.Value.Schema?.ActualSchema);

    private byte[]? _failure;

    private JsonSchema? Success => _schemas.FirstOrDefault(schema => schema.Key[0] == '2').Value;

    /// <summary>A body that reports no success, or holds nothing where the operation has no word for success.</summary>
    public ReadOnlyMemory<byte> Failure => _failure ??= MakeFailure();

    /// <summary>Puts another value in place of every enum value in a response.</summary>
    public void ReplaceEnumValues(JsonNode response, int status, string value)
    {
        if (_schemas.GetValueOrDefault(status.ToString(CultureInfo.InvariantCulture)) is { } schema)
        {
            Replace(response, schema, value);
        }
    }

    private static void Replace(JsonNode node, JsonSchema schema, string value)
    {
        if (schema.IsEnumeration)
        {
            node.ReplaceWith(value);
        }
        else if (node is JsonArray entries && schema.Item is { } item)
        {
            foreach (var entry in entries.OfType<JsonNode>().ToList())
            {
                Replace(entry, item.ActualSchema, value);
            }
        }
        else if (node is JsonObject fields)
        {
            foreach (var (name, property) in schema.ActualProperties)
            {
                if (fields[name] is { } field)
                {
                    Replace(field, property.ActualSchema, value);
                }
            }
        }
    }

    private byte[] MakeFailure()
    {
        JsonNode response = Success?.Type == JsonObjectType.Array ? new JsonArray() : new JsonObject();
        foreach (var (name, property) in Success?.ActualProperties ?? new Dictionary<string, JsonSchemaProperty>())
        {
            var schema = property.ActualSchema;
            if (schema.Type.HasFlag(JsonObjectType.Boolean))
            {
                response[name] = false;
            }
            else if (schema.Type.HasFlag(JsonObjectType.Array))
            {
                response[name] = new JsonArray();
            }
            else if (schema.Type.HasFlag(JsonObjectType.Object))
            {
                response[name] = new JsonObject();
            }
        }

        return JsonSerializer.SerializeToUtf8Bytes(response);
    }
}
