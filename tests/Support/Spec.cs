using System.Globalization;
using System.Text.RegularExpressions;
using NJsonSchema;
using NSwag;

namespace Amity.Tests.Support;

/// <summary>The parsed spec; read once.</summary>
public static class Spec
{
    public static OpenApiDocument Document { get; } = Read();

    /// <summary>Every operation, by its id.</summary>
    public static IReadOnlyDictionary<string, OpenApiOperationDescription> Operations { get; } =
        Document.Operations.ToDictionary(operation => operation.Operation.OperationId, StringComparer.Ordinal);

    private static Dictionary<JsonSchema, string> Names { get; } = Document.Components.Schemas.ToDictionary(named => named.Value, named => named.Key);

    /// <summary>The schema of an operation's body; null when it takes none.</summary>
    public static JsonSchema? BodyOf(string operationId) => Operations[operationId].Operation.RequestBody?.Content.Values.Single().Schema.ActualSchema;

    /// <summary>Whether the fields of an operation's body are the parts of a form.</summary>
    public static bool IsMultipart(string operationId) =>
        Operations[operationId].Operation.RequestBody?.Content.ContainsKey("multipart/form-data") == true;

    /// <summary>The schema of the JSON that an operation's success brings; null when it brings none.</summary>
    public static JsonSchema? ResponseOf(string operationId) =>
        SuccessContent(operationId).TryGetValue("application/json", out var json) ? json.Schema.ActualSchema : null;

    /// <summary>What the success of an operation brings.</summary>
    public static ResultKind ResultOf(string operationId) => SuccessOf(operationId) switch
    {
        >= 300 => ResultKind.Location,
        _ when SuccessContent(operationId).Count == 0 => ResultKind.Nothing,
        _ => ResponseOf(operationId) is null ? ResultKind.Text : ResultKind.Json,
    };

    /// <summary>The status of an operation's success; the first of several.</summary>
    public static int SuccessOf(string operationId) =>
        Operations[operationId].Operation.Responses.Keys.Select(status => int.Parse(status, CultureInfo.InvariantCulture)).Min();

    /// <summary>The tag of an operation, which is the client that has it.</summary>
    public static string TagOf(string operationId) => Operations[operationId].Operation.Tags.Single();

    /// <summary>What the library has to do for an operation.</summary>
    public static OperationShape ShapeOf(string operationId) => OperationShape.Of(Operations[operationId]);

    /// <summary>Whether an operation is sent with the client's credential.</summary>
    public static bool IsSentWithCredential(string operationId) => ShapeOf(operationId).Proof == OperationShape.Token;

    /// <summary>Whether an operation may be sent to a real service without a word from its owner.</summary>
    public static bool IsObserved(string operationId) =>
        Operations[operationId].Operation.ExtensionData?.TryGetValue("x-observe", out var observed) == true && observed is true;

    /// <summary>The name of a schema; null for one that stands where it is used.</summary>
    public static string? NameOf(JsonSchema schema) => Names.GetValueOrDefault(schema);

    /// <summary>Whether the ids of a parameter are cut into several requests.</summary>
    public static bool IsBatch(string operationId, string parameter) =>
        Operations[operationId].Operation.ExtensionData!.TryGetValue("x-batch", out var batch) && (string?)batch == parameter;

    /// <summary>The field of the response that an operation's <c>x-result</c> names; null when that is of another kind.</summary>
    public static string? Field(string operationId, string kind) =>
        Operations[operationId].Operation.ExtensionData!["x-result"] is IDictionary<string, object?> result && result.TryGetValue(kind, out var field)
            ? (string?)field
            : null;

    /// <summary>The name in C# of what the spec names so: <c>message-id</c> becomes MessageId, <c>MUTE_CHANNEL</c> MuteChannel.</summary>
    public static string Pascal(string wire) => string.Concat(Regex.Split(wire, "[^A-Za-z0-9]+").Where(part => part.Length > 0).Select(part =>
        char.ToUpperInvariant(part[0]) + (part.Any(char.IsAsciiLetterLower) ? part[1..] : part[1..].ToLowerInvariant())));

    /// <summary><c>x-server-key</c> becomes xServerKey, <c>roles[]</c> roles.</summary>
    internal static string Camel(string wire)
    {
        var name = Pascal(wire);
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>A parsed copy that the caller may change.</summary>
    internal static OpenApiDocument Read() => OpenApiDocument.FromFileAsync(RepoFiles.Spec).GetAwaiter().GetResult();

    private static IDictionary<string, OpenApiMediaType> SuccessContent(string operationId) =>
        Operations[operationId].Operation.Responses[SuccessOf(operationId).ToString(CultureInfo.InvariantCulture)].ActualResponse.Content;
}
