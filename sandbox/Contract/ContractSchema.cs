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
    private readonly Lazy<bool> _hasSecrets;

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
        _entity = new(() => Has("x-ids", out _) || Has("x-joins", out _) ? new EntityType(json) : null);
        _hasSecrets = new(() => FindSecret([]));
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
    public bool HasSecrets => _hasSecrets.Value;

    public bool IsEnumeration => Has("enum", out _);

    public long? MaxLength => NumberOf("maxLength") is { } length ? (long)length : null;

    /// <summary>A node as what a schema can check.</summary>
    public static JsonElement ToElement(JsonNode? node)
    {
        using var document = JsonDocument.Parse(node?.ToJsonString() ?? "null", new JsonDocumentOptions { MaxDepth = 256 });
        return document.RootElement.Clone();
    }

    /// <summary>Puts texts in place of values of a JSON that are no object and no list; returns how many.</summary>
    /// <param name="node">The JSON; when it is such a value itself, it stays.</param>
    /// <param name="replacement">The text in place of a value with this schema; null leaves it as it is.</param>
    public int Replace(JsonNode node, Func<ContractSchema, string?> replacement)
    {
        switch (node)
        {
            case JsonArray entries when Items is { } items:
                return entries.OfType<JsonNode>().ToList().Sum(entry => items.Replace(entry, replacement));
            case JsonObject fields:
                return fields.ToList().Sum(field => field.Value is not null && (Properties.GetValueOrDefault(field.Key) ?? OtherValues) is { } schema
                    ? schema.Replace(field.Value, replacement)
                    : 0);
            case JsonValue when replacement(this) is { } text:
                node.ReplaceWith(text);
                return 1;
            default:
                return 0;
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
