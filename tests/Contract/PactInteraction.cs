using System.Text.Json.Nodes;

namespace Amity.Tests.Contract;

/// <summary>One interaction as it stands in a pact file.</summary>
internal sealed record PactInteraction(JsonObject Json)
{
    // How the descriptions of what is generated begin.
    private const string Example = "the example of ";

    private static readonly ILookup<string, NSwag.OpenApiOperationDescription> ByMethod =
        Spec.Operations.Values.ToLookup(operation => operation.Method, StringComparer.OrdinalIgnoreCase);

    public string Description => (string)Json["description"]!;

    /// <summary>Whether the request is the spec's example.</summary>
    public bool IsExample => Description.StartsWith(Example, StringComparison.Ordinal);

    public int Status => (int)Json["response"]!["status"]!;

    /// <summary>The service's code in an error, null elsewhere.</summary>
    public int? ErrorCode => (int?)(Content as JsonObject)?["code"];

    /// <summary>What the response brings, JSON or text; null without a body.</summary>
    public JsonNode? Content => Json["response"]!["body"]?["content"];

    public string Method => (string)Json["request"]!["method"]!;

    public string Path => (string)Json["request"]!["path"]!;

    /// <summary>Path and query, escaped, the query in the order of its names.</summary>
    public string Target => Json["request"]!["query"] is JsonObject { Count: > 0 } query
        ? $"{Path}?{string.Join('&', query.SelectMany(pair => pair.Value!.AsArray().Select(value => $"{Escape(pair.Key)}={Escape((string)value!)}")))}"
        : Path;

    /// <summary>The target of the page before, where the request has the token of it; null elsewhere.</summary>
    public string? PageBefore => (string?)Json["providerStates"]?.AsArray()
        .FirstOrDefault(state => (string)state!["name"]! == Contract.States.PageBefore)?["params"]!["request"];

    /// <summary>The spec's id of the operation that the request is for.</summary>
    public string OperationId { get; } = OperationOf((string)Json["request"]!["method"]!, (string)Json["request"]!["path"]!);

    /// <summary>The names of the provider states that it needs.</summary>
    public IReadOnlyList<string> States => [.. Json["providerStates"]?.AsArray().Select(state => (string)state!["name"]!) ?? []];

    /// <summary>The description of an operation's example.</summary>
    public static string ExampleOf(string operationId) => Example + operationId;

    public static IReadOnlyList<PactInteraction> Read(FileInfo pact) =>
        [.. JsonNode.Parse(File.ReadAllText(pact.FullName))!["interactions"]!.AsArray().Select(json => new PactInteraction(json!.AsObject()))];

    public override string ToString() => Description;

    // Of two templates that fit, the one with fewer parameters is meant: users/list is no user.
    public static string OperationOf(string method, string path) => ByMethod[method]
        .Where(operation => Fits(operation.Path.Split('/'), path.Split('/')))
        .MinBy(operation => operation.Path.Count(character => character == '{'))!.Operation.OperationId;

    private static string Escape(string text) => Uri.EscapeDataString(text);

    private static bool Fits(string[] template, string[] path) =>
        template.Length == path.Length && template.Zip(path).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);
}
