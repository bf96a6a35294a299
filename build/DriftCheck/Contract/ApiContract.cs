using Amity.DriftCheck.Observing;

using NJsonSchema;
using NSwag;

namespace Amity.DriftCheck.Contract;

/// <summary>The merged spec, read so that a response with a field that it lacks breaks it.</summary>
internal sealed class ApiContract
{
    private readonly List<ApiOperation> _operations;
    private readonly Dictionary<JsonSchema, string> _names;

    private ApiContract(OpenApiDocument document)
    {
        Services = [.. document.Servers.Select(server => new ServiceAddress(new Uri(server.Url)))];
        _names = document.Components.Schemas.ToDictionary(schema => schema.Value.ActualSchema, schema => schema.Key);
        _operations = [.. document.Operations.Select(description => new ApiOperation(description))];
    }

    /// <summary>Where the service is.</summary>
    public IReadOnlyList<ServiceAddress> Services { get; }

    public IReadOnlyList<ApiOperation> Operations => _operations;

    public static async Task<ApiContract> LoadAsync()
    {
        using var reader = new StreamReader(typeof(ApiContract).Assembly.GetManifestResourceStream("amity.json")!);
        var document = await OpenApiDocument.FromJsonAsync(await reader.ReadToEndAsync());
        ResponseLimits.Apply(document);
        foreach (var schema in document.Components.Schemas.Values.Where(schema => schema.ActualProperties.Count > 0))
        {
            schema.AllowAdditionalProperties = false;
        }

        return new ApiContract(document);
    }

    /// <summary>The operation that a request is for; null when it is none of the contract's.</summary>
    public ApiOperation? Find(string method, string path) =>
        _operations.Find(operation => operation.Matches(method, path));

    public ApiOperation Get(string operationId) => _operations.Single(operation => operation.Id == operationId);

    /// <summary>The name of a schema under components; null for one written in place.</summary>
    public string? NameOf(JsonSchema schema) => _names.GetValueOrDefault(schema.ActualSchema);
}
