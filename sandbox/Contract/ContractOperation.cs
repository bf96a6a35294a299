using System.Globalization;
using System.Text.Json;

namespace Amity.Sandbox.Contract;

/// <summary>One operation of the contract, with the rules that its requests obey and the shape of its responses.</summary>
internal sealed class ContractOperation
{
    private readonly JsonElement _json;
    private readonly Lazy<ParameterRule[]> _parameters;
    private readonly Lazy<BodyRule?> _body;
    private readonly Lazy<IReadOnlyList<IReadOnlyList<SecurityScheme>>> _security;
    private readonly Lazy<Dictionary<int, ContractResponse>> _responses;

    public ContractOperation(ServiceContract contract, string method, string path, JsonElement json)
    {
        _json = json;
        Id = json.GetProperty("operationId").GetString()!;
        Method = method;
        Segments = path[1..].Split('/');
        _parameters = new(() => json.TryGetProperty("parameters", out var parameters)
            ? [.. parameters.EnumerateArray().Select(parameter => new ParameterRule(contract, contract.Resolve(parameter)))]
            : []);
        _body = new(() => json.TryGetProperty("requestBody", out var body) ? new BodyRule(contract, contract.Resolve(body)) : null);
        _security = new(() => contract.SecurityOf(json));
        _responses = new(() => json.GetProperty("responses").EnumerateObject().ToDictionary(
            response => int.Parse(response.Name, CultureInfo.InvariantCulture),
            response => new ContractResponse(contract, contract.Resolve(response.Value))));
    }

    public string Id { get; }

    public string Method { get; }

    /// <summary>The parts of the path, a value as its name in braces.</summary>
    public IReadOnlyList<string> Segments { get; }

    public bool IsRead => Method == "GET";

    /// <summary>What callers must present, one alternative of them; none when it takes everybody.</summary>
    public IReadOnlyList<IReadOnlyList<SecurityScheme>> Security => _security.Value;

    public IReadOnlyList<ParameterRule> Parameters => _parameters.Value;

    /// <summary>The shape of the body; null when it takes none.</summary>
    public ContractSchema? BodySchema => _body.Value?.Schema;

    /// <summary>The statuses of its documented responses, each with its shape.</summary>
    public IReadOnlyDictionary<int, ContractResponse> Responses => _responses.Value;

    public int SuccessStatus => Responses.Keys.Min();

    public ContractResponse Success => Responses[SuccessStatus];

    /// <summary>What the contract says of the result: the kind, and the field of the response that holds it, if one does.</summary>
    public (string Kind, string? Field) Result
    {
        get
        {
            var result = _json.GetProperty("x-result");
            return result.ValueKind == JsonValueKind.String
                ? (result.GetString()!, null)
                : result.EnumerateObject().Select(kind => (kind.Name, kind.Value.GetString())).Single();
        }
    }

    public IReadOnlyList<Violation> Check(RequestValues request, ReadOnlyMemory<byte> body) =>
    [
        .. Parameters.SelectMany(parameter => parameter.Check(request)),
        .. _body.Value?.Check(request.Http, body) ?? [],
    ];

    /// <summary>The shape of a response's body; null when the contract has none for this status.</summary>
    public ContractSchema? ResponseSchema(int status) => Responses.GetValueOrDefault(status)?.Schema;
}
