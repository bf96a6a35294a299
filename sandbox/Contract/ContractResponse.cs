using System.Text.Json;
using System.Text.Json.Nodes;

namespace Amity.Sandbox.Contract;

/// <summary>One response of an operation as the contract has it.</summary>
internal sealed class ContractResponse
{
    private readonly JsonElement _content;
    private byte[]? _failure;

    public ContractResponse(ServiceContract contract, JsonElement response)
    {
        Location = response.TryGetProperty("headers", out var headers) && headers.TryGetProperty("Location", out var location)
            && location.TryGetProperty("example", out var address) ? address.GetString()! : "https://files.example.com/example";
        if (!response.TryGetProperty("content", out var media))
        {
            return;
        }

        var (mediaType, content) = media.EnumerateObject().Select(type => (type.Name, type.Value)).First();
        (MediaType, _content) = (mediaType, content);
        Schema = content.TryGetProperty("schema", out var schema) ? contract.SchemaOf(schema) : null;
    }

    /// <summary>Where it leads by the contract's example, when it is a redirect.</summary>
    public string Location { get; }

    /// <summary>The media type of its body; null when it has none.</summary>
    public string? MediaType { get; }

    public bool IsJson => MediaType == "application/json";

    public bool IsText => MediaType?.StartsWith("text/", StringComparison.Ordinal) == true;

    public ContractSchema? Schema { get; }

    /// <summary>The names of the entities with ids in it.</summary>
    public IEnumerable<string> EntityTypes =>
        from schema in Schema is null ? [] : Schema.Properties.Values.Append(Schema)
        let entity = schema.Items ?? schema
        where entity.Entity is { Ids.Count: > 0 }
        select entity.Name;

    /// <summary>The body that the contract gives as its example; null when it gives none.</summary>
    public JsonElement? Example => MediaType is not null && _content.TryGetProperty("example", out var example) ? example : null;

    /// <summary>A body that reports no success, or holds nothing where the operation has no word for success.</summary>
    public ReadOnlyMemory<byte> Failure => _failure ??= JsonSerializer.SerializeToUtf8Bytes(MakeFailure());

    private JsonNode MakeFailure()
    {
        var response = new JsonObject();
        if (Schema is not { Type: "object" } schema)
        {
            return Schema?.Type == "array" ? new JsonArray() : response;
        }

        foreach (var (name, property) in schema.Properties)
        {
            JsonNode? nothing = property.Type switch
            {
                "boolean" => false,
                "array" => new JsonArray(),
                "object" => new JsonObject(),
                _ => null,
            };
            if (nothing is not null)
            {
                response[name] = nothing;
            }
        }

        return response;
    }
}
