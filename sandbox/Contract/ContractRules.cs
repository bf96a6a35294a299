using System.Text.Json.Nodes;

using NSwag;

namespace Amity.Sandbox.Contract;

/// <summary>The contract, merged from openapi/, as it was when the sandbox was built; read once per process.</summary>
internal sealed class ApiContract
{
    private static readonly Lazy<Task<ApiContract>> Shared = new(ReadAsync);

    private readonly Dictionary<string, ApiOperation> _operations;

    private ApiContract(ServedContract served, RequestLimit rateLimit, OpenApiDocument document)
    {
        Served = served;
        RateLimit = rateLimit;
        _operations = document.Operations.ToDictionary(
            description => description.Operation.OperationId,
            description => new ApiOperation(description.Operation),
            StringComparer.Ordinal);
    }

    public ServedContract Served { get; }

    public RequestLimit RateLimit { get; }

    public static Task<ApiContract> LoadAsync() => Shared.Value;

    public ApiOperation? Find(string operationId) => _operations.GetValueOrDefault(operationId);

    private static async Task<ApiContract> ReadAsync()
    {
        using var reader = new StreamReader(typeof(ApiContract).Assembly.GetManifestResourceStream("amity.json")!);
        string json = await reader.ReadToEndAsync();
        return new ApiContract(new ServedContract(json), RequestLimit.Of(JsonNode.Parse(json)!), await OpenApiDocument.FromJsonAsync(json));
    }
}
