using System.Text.RegularExpressions;

using NSwag;

namespace Amity.Sandbox.Contract;

/// <summary>The contract, openapi/amity.yaml, as it was when the sandbox was built; read once per process.</summary>
internal sealed partial class ApiContract
{
    private static readonly Lazy<Task<ApiContract>> Shared = new(ReadAsync);

    private readonly string _yaml;
    private readonly Dictionary<string, ApiOperation> _operations;

    private ApiContract(string yaml, OpenApiDocument document)
    {
        _yaml = yaml;
        _operations = document.Operations.ToDictionary(
            description => description.Operation.OperationId,
            description => new ApiOperation(description.Operation),
            StringComparer.Ordinal);
    }

    public static Task<ApiContract> LoadAsync() => Shared.Value;

    public ApiOperation? Find(string operationId) => _operations.GetValueOrDefault(operationId);

    /// <summary>The file for readers at this address: their requests must reach this sandbox, with no page token of another.</summary>
    public string YamlFor(string address) =>
        PageTokenExamples().Replace(Servers().Replace(_yaml, _ => $"servers:\n  - url: \"{address}\"\n"), "");

    private static async Task<ApiContract> ReadAsync()
    {
        using var reader = new StreamReader(typeof(ApiContract).Assembly.GetManifestResourceStream("amity.yaml")!);
        string yaml = await reader.ReadToEndAsync();
        return new ApiContract(yaml, await OpenApiYamlDocument.FromYamlAsync(yaml));
    }

    [GeneratedRegex(@"^servers:\n(?:[ -].*\n)+", RegexOptions.Multiline)]
    private static partial Regex Servers();

    [GeneratedRegex(@"^ +(?:token|example): eyJ.*\n", RegexOptions.Multiline)]
    private static partial Regex PageTokenExamples();
}
