using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Amity.Tests.Contract;

/// <summary>One interaction as it stands in a pact file.</summary>
internal sealed record PactInteraction(JsonObject Json)
{
    public string Description => (string)Json["description"]!;

    public int Status => (int)Json["response"]!["status"]!;

    /// <summary>The service's code in an error, null elsewhere.</summary>
    public int? ErrorCode => (int?)(Json["response"]!["body"]?["content"] as JsonObject)?["code"];

    public string Method => (string)Json["request"]!["method"]!;

    public string Path => (string)Json["request"]!["path"]!;

    /// <summary>The spec's id of the operation that the request is for.</summary>
    public string? OperationId => Spec.Operations.Values
        .SingleOrDefault(operation => operation.Method.Equals(Method, StringComparison.OrdinalIgnoreCase) && Template(operation.Path).IsMatch(Path))
        ?.Operation.OperationId;

    /// <summary>The names of the provider states that it needs.</summary>
    public IReadOnlyList<string> States => [.. Json["providerStates"]?.AsArray().Select(state => (string)state!["name"]!) ?? []];

    public static IReadOnlyList<PactInteraction> Read(FileInfo pact) =>
        [.. JsonNode.Parse(File.ReadAllText(pact.FullName))!["interactions"]!.AsArray().Select(json => new PactInteraction(json!.AsObject()))];

    public override string ToString() => Description;

    private static Regex Template(string path) =>
        new($"^{Regex.Replace(path, @"\{[^}]+\}", "[^/]+")}$", RegexOptions.CultureInvariant);
}
