using System.Text.Json;
using System.Text.Json.Nodes;

namespace Amity.Sandbox.Contract;

/// <summary>A schema of the contract.</summary>
internal sealed partial class ContractSchema
{
    private readonly JsonElement _json;
    private readonly Lazy<Dictionary<string, ContractSchema>> _properties;
    private readonly Lazy<ContractSchema?> _items;
    private readonly Lazy<ContractSchema?> _otherValues;
    private readonly Lazy<EntityType?> _entity;

    public ContractSchema(ServiceContract contract, JsonElement json, string? name)
    {
        _json = json;
        Name = name;
        Type = TextOf("type") ?? "";
        Format = TextOf("format") ?? "";
        _properties = new(() => Has("properties", out var properties)
            ? properties.EnumerateObject().ToDictionary(property => property.Name, property => contract.SchemaOf(property.Value), StringComparer.Ordinal)
            : []);
        _items = new(() => Has("items", out var items) ? contract.SchemaOf(items) : null);
        _otherValues = new(() => Has("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object ? contract.SchemaOf(others) : null);
        _entity = new(() => Has("x-ids", out _) || Has("x-joins", out _) ? new EntityType(json, name!) : null);
    }

    /// <summary>Its name in the contract; null when it stands in its place only.</summary>
    public string? Name { get; }

    /// <summary>The JSON type; empty when any will do.</summary>
    public string Type { get; }

    public string Format { get; }

    public IReadOnlyDictionary<string, ContractSchema> Properties => _properties.Value;

    /// <summary>What the entries of an array look like; null when it is no array.</summary>
    public ContractSchema? Items => _items.Value;

    /// <summary>What the values of a map look like; null when it is no map, or one of anything.</summary>
    public ContractSchema? OtherValues => _otherValues.Value;

    /// <summary>Its ids and joins, when it is an entity.</summary>
    public EntityType? Entity => _entity.Value;

    public bool IsSecret => Is("x-secret");

    /// <summary>Whether a secret can stand anywhere in it.</summary>
    public bool HasSecrets => FindSecret([]);

    public bool IsEnumeration => Has("enum", out _);

    public long? MaxLength => NumberOf("maxLength") is { } length ? (long)length : null;

    /// <summary>A node as what a schema can check.</summary>
    public static JsonElement ToElement(JsonNode? node)
    {
        using var document = JsonDocument.Parse(node?.ToJsonString() ?? "null", new JsonDocumentOptions { MaxDepth = 256 });
        return document.RootElement.Clone();
    }

    /// <summary>Shows every value of a JSON that is no object and no list, with its schema; it may be replaced.</summary>
    public void Visit(JsonNode node, Action<JsonNode, ContractSchema> visit)
    {
        switch (node)
        {
            case JsonArray entries when Items is { } items:
                foreach (var entry in entries.OfType<JsonNode>().ToList())
                {
                    items.Visit(entry, visit);
                }

                break;
            case JsonObject fields:
                foreach (var (name, value) in fields.ToList())
                {
                    if (value is not null && (Properties.GetValueOrDefault(name) ?? OtherValues) is { } schema)
                    {
                        schema.Visit(value, visit);
                    }
                }

                break;
            case JsonValue:
                visit(node, this);
                break;
        }
    }

    private bool FindSecret(HashSet<ContractSchema> seen) =>
        seen.Add(this) && (IsSecret || Properties.Values.Append(Items).Append(OtherValues).OfType<ContractSchema>().Any(part => part.FindSecret(seen)));

    private bool Has(string keyword, out JsonElement value) => _json.TryGetProperty(keyword, out value);

    private bool Is(string keyword) => Has(keyword, out var value) && value.ValueKind == JsonValueKind.True;

    private string? TextOf(string keyword) => Has(keyword, out var value) ? value.GetString() : null;

    private string Limit(string keyword) => _json.GetProperty(keyword).GetRawText();

    private double? NumberOf(string keyword) => Has(keyword, out var value) ? value.GetDouble() : null;
}
