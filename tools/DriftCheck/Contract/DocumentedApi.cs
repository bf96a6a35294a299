using Amity.DriftCheck.Observing;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NSwag;

namespace Amity.DriftCheck.Contract;

/// <summary>The merged spec, read so that a response with a field that it lacks breaks it.</summary>
internal sealed class DocumentedApi
{
    // Of a large spec it takes longer than a check.
    private static readonly Lazy<Task<DocumentedApi>> Loaded = new(ReadAsync);

    private readonly List<DocumentedOperation> _operations;
    private readonly Dictionary<JsonSchema, string> _names;
    private readonly Dictionary<string, string> _ids;

    private DocumentedApi(OpenApiDocument document, JObject json)
    {
        Services = [.. document.Servers.Select(server => new ServiceAddress(new Uri(server.Url)))];
        _names = document.Components.Schemas.ToDictionary(schema => schema.Value.ActualSchema, schema => schema.Key);
        _operations = [.. document.Operations.Select(description => new DocumentedOperation(description))];
        ErrorCodes = json["x-error-codes"]!.Select(entry => (long)entry["code"]!).ToHashSet();
        _ids = json["components"]!["schemas"]!.Children<JProperty>()
            .Where(schema => schema.Value["x-ids"] is not null)
            .ToDictionary(schema => schema.Name, schema => (string)schema.Value["x-ids"]![0]!);
    }

    /// <summary>Where the service is.</summary>
    public IReadOnlyList<ServiceAddress> Services { get; }

    public IReadOnlyList<DocumentedOperation> Operations => _operations;

    /// <summary>The codes that errors may have.</summary>
    public IReadOnlySet<long> ErrorCodes { get; }

    public static Task<DocumentedApi> LoadAsync() => Loaded.Value;

    /// <summary>The operation that a request is for; null when it is none of the contract's.</summary>
    public DocumentedOperation? Find(string method, string path) =>
        _operations.Find(operation => operation.Matches(method, path));

    public DocumentedOperation Get(string operationId) => _operations.Single(operation => operation.Id == operationId);

    /// <summary>The name of a schema under components; null for one written in place.</summary>
    public string? NameOf(JsonSchema schema) => _names.GetValueOrDefault(schema.ActualSchema);

    /// <summary>The field with the id by which responses refer to entities of a schema; null for what has none.</summary>
    public string? IdOf(string schema) => _ids.GetValueOrDefault(schema);

    private static async Task<DocumentedApi> ReadAsync()
    {
        using var reader = new StreamReader(typeof(DocumentedApi).Assembly.GetManifestResourceStream("amity.json")!);
        var json = await reader.ReadToEndAsync();
        var document = await OpenApiDocument.FromJsonAsync(json);
        foreach (var schema in document.Components.Schemas.Values.Where(schema => schema.ActualProperties.Count > 0))
        {
            schema.AllowAdditionalProperties = false;
        }

        return new DocumentedApi(document, JObject.Parse(json));
    }
}
