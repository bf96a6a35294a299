using System.Collections.Concurrent;
using System.Text.Json;

namespace Amity.Sandbox.Contract;

/// <summary>
/// The contract as it was when the sandbox was built, parsed once per process; what it says of an operation or a schema is
/// read when it is first needed, so that the start costs the same for few operations and for many.
/// </summary>
internal sealed class ServiceContract
{
    private static readonly Lazy<ServiceContract> Shared = new(Read);

    private readonly JsonElement _root;
    private readonly Dictionary<string, ContractOperation> _operations;
    private readonly OperationTable _table = new();
    private readonly ConcurrentDictionary<string, ContractSchema> _schemas = new(StringComparer.Ordinal);
    private readonly Lazy<ServedContract> _served;
    private readonly Lazy<HashSet<string>> _entityTypes;

    public ServiceContract(byte[] json)
    {
        _root = JsonDocument.Parse(json).RootElement;
        _served = new Lazy<ServedContract>(() => new ServedContract(json));
        _entityTypes = new Lazy<HashSet<string>>(() => [.. Operations.SelectMany(operation => operation.Success.EntityTypes)]);
        RateLimit = RequestLimit.Of(_root);
        _operations = new Dictionary<string, ContractOperation>(StringComparer.Ordinal);
        foreach (var path in _root.GetProperty("paths").EnumerateObject())
        {
            foreach (var method in path.Value.EnumerateObject())
            {
                var operation = new ContractOperation(this, method.Name.ToUpperInvariant(), path.Name, method.Value);
                _operations.Add(operation.Id, operation);
                _table.Add(operation);
            }
        }
    }

    public static ServiceContract Instance => Shared.Value;

    /// <summary>The contract for readers of a sandbox.</summary>
    public ServedContract Served => _served.Value;

    public RequestLimit RateLimit { get; }

    /// <summary>The names of all entities with ids that operations respond with.</summary>
    public IReadOnlySet<string> EntityTypes => _entityTypes.Value;

    public IReadOnlyCollection<ContractOperation> Operations => _operations.Values;

    public ContractOperation? Find(string operationId) => _operations.GetValueOrDefault(operationId);

    /// <summary>The operation that a request is for, with the values in its path; null outside the contract.</summary>
    public MatchedOperation? Match(string method, string path) => _table.Match(method, path);

    /// <summary>A named schema; null when there is none of this name.</summary>
    public ContractSchema? FindSchema(string name) =>
        _root.GetProperty("components").GetProperty("schemas").TryGetProperty(name, out var schema)
            ? _schemas.GetOrAdd(name, _ => new ContractSchema(this, schema, name))
            : null;

    /// <summary>A schema as it stands, or the one that it refers to.</summary>
    public ContractSchema SchemaOf(JsonElement schema) =>
        schema.TryGetProperty("$ref", out var reference) ? FindSchema(NameOf(reference))! : new ContractSchema(this, schema, name: null);

    /// <summary>What a reference leads to; anything else as it is.</summary>
    public JsonElement Resolve(JsonElement element) =>
        element.TryGetProperty("$ref", out var reference)
            ? reference.GetString()!.TrimStart('#', '/').Split('/').Aggregate(_root, (place, name) => place.GetProperty(name))
            : element;

    /// <summary>The security schemes that all of an operation's callers may use, each alternative by the names of its schemes.</summary>
    public IReadOnlyList<IReadOnlyList<SecurityScheme>> SecurityOf(JsonElement operation) =>
        operation.TryGetProperty("security", out var own) || _root.TryGetProperty("security", out own)
            ? [.. own.EnumerateArray().Select(schemes => (IReadOnlyList<SecurityScheme>)[.. schemes.EnumerateObject().Select(scheme => SchemeOf(scheme.Name))])]
            : [];

    private SecurityScheme SchemeOf(string name)
    {
        var scheme = _root.GetProperty("components").GetProperty("securitySchemes").GetProperty(name);
        return new SecurityScheme(
            scheme.TryGetProperty("in", out var place) ? place.GetString()! : "header",
            scheme.TryGetProperty("name", out var header) ? header.GetString()! : "Authorization");
    }

    private static string NameOf(JsonElement reference) => reference.GetString()!.Split('/')[^1];

    private static ServiceContract Read()
    {
        using var stream = typeof(ServiceContract).Assembly.GetManifestResourceStream("amity.json")!;
        var json = new byte[stream.Length];
        stream.ReadExactly(json);
        return new ServiceContract(json);
    }
}

/// <summary>Where a credential stands in a request.</summary>
internal sealed record SecurityScheme(string In, string Name);
