using System.Text.Json.Nodes;

namespace Amity.Sandbox.Contract;

/// <summary>The contract as readers of this sandbox get it: their requests must reach it, with no page token of another service.</summary>
internal sealed class ServedContract
{
    private readonly JsonObject _document;

    public ServedContract(byte[] json)
    {
        _document = JsonNode.Parse(json)!.AsObject();
        foreach (var parameter in Parameters())
        {
            RemovePageToken(parameter, Resolve(parameter["schema"]!));
        }
    }

    /// <summary>The contract's JSON, with this address as its only server.</summary>
    public string At(string address)
    {
        var served = _document.DeepClone();
        served["servers"] = new JsonArray(new JsonObject { ["url"] = address });
        return served.ToJsonString();
    }

    private static void RemovePageToken(JsonObject parameter, JsonNode schema)
    {
        if (IsPageToken(schema))
        {
            parameter.Remove("example");
        }
        else if (parameter["example"] is JsonObject fields && schema["properties"] is JsonObject properties)
        {
            foreach (var (name, _) in properties.Where(property => IsPageToken(property.Value!)))
            {
                fields.Remove(name);
            }
        }
    }

    private static bool IsPageToken(JsonNode schema) => (string?)schema["format"] == "token";

    private IEnumerable<JsonObject> Parameters() =>
        _document["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .SelectMany(operation => operation.Value!["parameters"]?.AsArray() ?? [])
            .Concat(_document["components"]!["parameters"]?.AsObject().Select(parameter => parameter.Value) ?? [])
            .OfType<JsonObject>()
            .Where(parameter => parameter.ContainsKey("schema"));

    private JsonNode Resolve(JsonNode schema) =>
        (string?)schema["$ref"] is { } reference ? _document["components"]!["schemas"]![reference.Split('/')[^1]]! : schema;
}
