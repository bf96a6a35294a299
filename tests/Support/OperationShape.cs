using System.Globalization;
using NJsonSchema;
using NSwag;

namespace Amity.Tests.Support;

/// <summary>What the library has to do for an operation. Each of these is done in a place of its own, whatever the others are.</summary>
/// <param name="Request">What its request is made of.</param>
/// <param name="Result">What its response becomes: the kind of <c>x-result</c>, with the form of a response that is given as it is.</param>
/// <param name="Repeat">What a second run does: that of a read, the rule of <c>x-repeat</c>, or that a rejection means done.</param>
/// <param name="Proof">The header that proves the caller, that of a token wherever one will do; empty where nobody has to.</param>
public sealed record OperationShape(RequestParts Request, string Result, string Repeat, string Proof)
{
    /// <summary>The header of a token, which is the client's credential.</summary>
    public const string Token = "Authorization";

    /// <summary>The shape of an operation.</summary>
    public static OperationShape Of(OpenApiOperationDescription operation) =>
        new(RequestOf(operation), ResultOf(operation.Operation), RepeatOf(operation), ProofOf(operation.Operation));

    /// <summary>Each thing alone that the library has to do.</summary>
    public IEnumerable<string> Kinds =>
        [.. Enum.GetValues<RequestParts>().Where(part => part == Request || (part != RequestParts.None && Request.HasFlag(part))).Select(part => $"{part}"),
            $"result: {Result}", $"repeat: {Repeat}", $"proof: {Proof}"];

    /// <summary>The operations that stand for all: each has a kind that those before it lack.</summary>
    public static IEnumerable<OpenApiOperationDescription> Choose(IEnumerable<OpenApiOperationDescription> operations)
    {
        var kinds = new HashSet<string>();
        return operations.Where(operation => Of(operation).Kinds.Count(kinds.Add) > 0).ToList();
    }

    private static RequestParts RequestOf(OpenApiOperationDescription operation)
    {
        var body = operation.Operation.RequestBody?.Content.Keys.Single();
        var parts = body is null ? RequestParts.None
            : body == "multipart/form-data" ? RequestParts.Form
            : operation.Method == "delete" ? RequestParts.JsonOfDelete
            : RequestParts.Json;
        parts = operation.Operation.Parameters.Where(parameter => parameter.Kind != OpenApiParameterKind.Body)
            .Aggregate(parts, (all, parameter) => all | PartOf(parameter));
        return Extension(operation.Operation, "x-batch") is null ? parts : parts | RequestParts.Batch;
    }

    private static RequestParts PartOf(OpenApiParameter parameter) => parameter.Kind switch
    {
        OpenApiParameterKind.Path => RequestParts.Path,
        OpenApiParameterKind.Header => RequestParts.Header,
        _ when HasFields(parameter.ActualSchema) || HasFields(parameter.ActualSchema.Item?.ActualSchema) => RequestParts.QueryObject,
        _ when parameter.ActualSchema.Type.HasFlag(JsonObjectType.Array) => RequestParts.QueryList,
        _ => RequestParts.Query,
    };

    private static bool HasFields(JsonSchema? schema) => schema?.Type.HasFlag(JsonObjectType.Object) == true;

    private static string ResultOf(OpenApiOperation operation)
    {
        var wrapped = Extension(operation, "x-wrapped") is true ? "wrapped " : string.Empty;
        return Extension(operation, "x-result") switch
        {
            IDictionary<string, object?> kind => wrapped + kind.Keys.Single(),
            "response" => $"{wrapped}response: {FormOf(operation)}",
            var kind => wrapped + kind,
        };
    }

    private static string FormOf(OpenApiOperation operation)
    {
        var status = operation.Responses.Keys.Min(key => int.Parse(key, CultureInfo.InvariantCulture));
        var content = operation.Responses[status.ToString(CultureInfo.InvariantCulture)].ActualResponse.Content;
        return content.Count == 0 ? "location"
            : content.Keys.Single() != "application/json" ? "text"
            : content.Values.Single().Schema.ActualSchema switch
            {
                { Type: JsonObjectType.Array } => "list",
                { ActualProperties.Count: 0, Type: JsonObjectType.Object } => "map",
                { Type: JsonObjectType.Object } => "object",
                _ => "value",
            };
    }

    // The client sends its credential in the one header or the other, whatever the operation is.
    private static string ProofOf(OpenApiOperation operation)
    {
        var headers = operation.ActualSecurity.SelectMany(alternative => alternative.Keys)
            .Select(name => operation.Parent.Parent.Components.SecuritySchemes[name])
            .Where(scheme => scheme.In != OpenApiSecurityApiKeyLocation.Cookie)
            .Select(scheme => scheme.Type == OpenApiSecuritySchemeType.Http || scheme.Name == "x-admin-token" ? Token : scheme.Name).ToList();
        return headers.Contains(Token) ? Token : headers.FirstOrDefault(string.Empty);
    }

    private static string RepeatOf(OpenApiOperationDescription operation) =>
        operation.Method == "get" ? "read"
        : Extension(operation.Operation, "x-done-after-retry") is not null ? "done after retry"
        : $"{Extension(operation.Operation, "x-repeat")}";

    private static object? Extension(OpenApiOperation operation, string name) =>
        operation.ExtensionData?.TryGetValue(name, out var value) == true ? value : null;
}
