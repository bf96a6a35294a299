using NSwag;

namespace Amity.Sandbox.Contract;

/// <summary>The contract, openapi/amity.yaml, as it was when the sandbox was built; read once per process.</summary>
internal sealed class ApiContract
{
    private static readonly Lazy<Task<ApiContract>> Shared = new(ReadAsync);

    private readonly Dictionary<string, ApiOperation> _operations;

    private ApiContract(byte[] yaml, OpenApiDocument document)
    {
        Yaml = yaml;
        _operations = document.Operations.ToDictionary(
            description => description.Operation.OperationId,
            description => new ApiOperation(description.Operation),
            StringComparer.Ordinal);
    }

    /// <summary>The file, byte for byte.</summary>
    public ReadOnlyMemory<byte> Yaml { get; }

    public static Task<ApiContract> LoadAsync() => Shared.Value;

    public ApiOperation? Find(string operationId) => _operations.GetValueOrDefault(operationId);

    private static async Task<ApiContract> ReadAsync()
    {
        using var bytes = new MemoryStream();
        await using (Stream resource = typeof(ApiContract).Assembly.GetManifestResourceStream("amity.yaml")!)
        {
            await resource.CopyToAsync(bytes);
        }

        bytes.Position = 0;
        using var reader = new StreamReader(bytes, leaveOpen: true);
        OpenApiDocument document = await OpenApiYamlDocument.FromYamlAsync(await reader.ReadToEndAsync());
        return new ApiContract(bytes.ToArray(), document);
    }
}
