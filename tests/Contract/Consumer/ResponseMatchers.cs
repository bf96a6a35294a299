using System.Text.Json.Nodes;
using NJsonSchema;
using PactNet;
using PactNet.Matchers;

namespace Amity.Tests.Contract.Consumer;

/// <summary>What a pact asks of a response: its fields by type, each entry of a list like the first, dates in their form.</summary>
internal static class ResponseMatchers
{
    private const string Instant = @"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$";
    private const string Date = @"^\d{4}-\d{2}-\d{2}$";

    /// <summary>The matchers of an example.</summary>
    /// <param name="example">The example.</param>
    /// <param name="schema">What the spec says of it; null where it says nothing.</param>
    public static object? Of(JsonNode? example, JsonSchema? schema) => example switch
    {
        JsonObject fields => fields.ToDictionary(field => field.Key, field => Of(field.Value, FieldOf(schema, field.Key))),
        JsonArray { Count: 0 } => Match.Type(Array.Empty<object>()),
        JsonArray items => Match.MinType(Of(items[0], schema?.Item?.ActualSchema)!, 1),
        null => null,
        _ when PatternOf(schema) is { } pattern => Match.Regex((string)example!, pattern),
        _ => Match.Type(example),
    };

    /// <summary>Responds with an error; callers distinguish errors by status and code, so these are exact.</summary>
    public static void WithError(this IResponseBuilderV4 response, ushort status, int code) =>
        response.WithStatus(status).WithJsonBody(new { code, message = Match.Type("What went wrong.") });

    private static JsonSchema? FieldOf(JsonSchema? schema, string name) =>
        schema?.ActualProperties.TryGetValue(name, out var field) == true ? field.ActualSchema : schema?.AdditionalPropertiesSchema?.ActualSchema;

    private static string? PatternOf(JsonSchema? schema) => schema?.Format switch
    {
        "date-time" => Instant,
        "date" => Date,
        _ => null,
    };
}
