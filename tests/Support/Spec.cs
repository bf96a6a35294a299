using System.Globalization;
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

    /// <summary>The schema of an operation's body; null when it takes none.</summary>
    public static JsonSchema? BodyOf(string operationId) =>
        Operations[operationId].Operation.RequestBody?.Content["application/json"].Schema.ActualSchema;

    /// <summary>The schema of an operation's answer with status 200; null when it has none.</summary>
    public static JsonSchema? AnswerOf(string operationId) =>
        Operations[operationId].Operation.Responses.TryGetValue("200", out var response)
            ? response.ActualResponse.Content["application/json"].Schema.ActualSchema
            : null;

    /// <summary>The status of an operation's success.</summary>
    public static int SuccessOf(string operationId) =>
        Operations[operationId].Operation.Responses.Keys.Select(status => int.Parse(status, CultureInfo.InvariantCulture)).Single(status => status < 400);

    /// <summary>A parsed copy that the caller may change.</summary>
    internal static OpenApiDocument Read() => OpenApiYamlDocument.FromFileAsync(RepoFiles.Spec).GetAwaiter().GetResult();
}
