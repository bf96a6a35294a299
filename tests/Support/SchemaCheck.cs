using System.Globalization;
using Amity.DriftCheck.Contract;
using Newtonsoft.Json;
using NJsonSchema;
using NJsonSchema.Validation;
using NSwag;

namespace Amity.Tests.Support;

/// <summary>Holds JSON against the spec, where a field that an object's schema lacks is a violation.</summary>
public static class SchemaCheck
{
    private static readonly CodePointValidator Validator = new();
    private static readonly OpenApiDocument Strict = RejectUnknownFields(Spec.Read());

    /// <summary>What is wrong with a text as an instance of a named schema; empty when nothing is.</summary>
    public static IReadOnlyList<string> Validate(string schemaName, string json) =>
        Strict.Components.Schemas.TryGetValue(schemaName, out var schema) ? Violations(schema, json) : [$"The spec has no schema {schemaName}."];

    /// <summary>What is wrong with an operation's response; a status that the operation does not declare is wrong too.</summary>
    public static IReadOnlyList<string> ValidateResponse(string operationId, int status, string? body)
    {
        var operation = Strict.Operations.SingleOrDefault(o => o.Operation.OperationId == operationId)?.Operation;
        if (operation is null)
        {
            return [$"The spec has no operation {operationId}."];
        }

        if (!operation.Responses.TryGetValue(status.ToString(CultureInfo.InvariantCulture), out var response))
        {
            return [$"{operationId} does not declare status {status}."];
        }

        if (!response.ActualResponse.Content.TryGetValue("application/json", out var content))
        {
            var declared = response.ActualResponse.Content.Count > 0 ? "a" : "no";
            return string.IsNullOrEmpty(body) == (declared == "no") ? [] : [$"{operationId} declares {declared} body for status {status}."];
        }

        return Violations(content.Schema, body ?? string.Empty);
    }

    private static IReadOnlyList<string> Violations(JsonSchema schema, string json)
    {
        if (json.Trim().Length == 0)
        {
            return ["The body is empty."];
        }

        try
        {
            return [.. Validator.Validate(json, schema.ActualSchema).SelectMany(Lines)];
        }
        catch (JsonException exception)
        {
            return [$"The body is not JSON: {exception.Message}"];
        }
    }

    private static IEnumerable<string> Lines(ValidationError error) => error is ChildSchemaValidationError child
        ? child.Errors.SelectMany(pair => pair.Value).SelectMany(Lines)
        : [$"{error.Path ?? "#"}: {error.Kind} (line {error.LineNumber})"];

    private static OpenApiDocument RejectUnknownFields(OpenApiDocument document)
    {
        foreach (var schema in document.Components.Schemas.Values.Where(schema => schema.ActualProperties.Count > 0))
        {
            schema.AllowAdditionalProperties = false;
        }

        return document;
    }
}
