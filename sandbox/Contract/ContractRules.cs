using System.Text.Json.Nodes;
using NSwag;

namespace Amity.Sandbox.Contract;

/// <summary>What the contract, as it was when the sandbox was built, says of each operation and of the rate limit; read once per process.</summary>
internal sealed class ContractRules
{
    private static readonly Lazy<Task<ContractRules>> Shared = new(ReadAsync);

    private readonly Dictionary<string, OperationRules> _operations;

    private ContractRules(ServedContract served, RequestLimit rateLimit, OpenApiDocument document)
    {
        Served = served;
        RateLimit = rateLimit;
        _operations = document.Operations.ToDictionary(
            description => description.Operation.OperationId,
            description => new OperationRules(description.Operation),
            StringComparer.Ordinal);
    }

    public ServedContract Served { get; }

    public RequestLimit RateLimit { get; }

    public static Task<ContractRules> LoadAsync() => Shared.Value;

    public OperationRules? Find(string operationId) => _operations.GetValueOrDefault(operationId);

    private static async Task<ContractRules> ReadAsync()
    {
        using var reader = new StreamReader(typeof(ContractRules).Assembly.GetManifestResourceStream("amity.json")!);
        var json = await reader.ReadToEndAsync();
        return new ContractRules(new ServedContract(json), RequestLimit.Of(JsonNode.Parse(json)!), await OpenApiDocument.FromJsonAsync(json));
    }
}
