using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NSwag;

namespace Amity.Tests.Support;

/// <summary>What the spec gives as examples of an operation's arguments and answer.</summary>
public static class SpecExamples
{
    /// <summary>The example of every argument by its name in C#; the body's is <c>request</c>.</summary>
    public static JObject Arguments(string operationId) => Arguments(operationId, _ => true);

    /// <summary>The examples without those of arguments that may be left out.</summary>
    public static JObject LeastArguments(string operationId) => Arguments(operationId, parameter => parameter.IsRequired);

    /// <summary>The example of an operation's answer, as JSON.</summary>
    public static string Answer(string operationId) =>
        Typed(Spec.Operations[operationId].Operation.Responses["200"].ActualResponse.Content["application/json"]).ToString(Formatting.Indented);

    private static JObject Arguments(string operationId, Func<OpenApiParameter, bool> isWanted)
    {
        var operation = Spec.Operations[operationId].Operation;
        var arguments = new JObject();
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.Kind != OpenApiParameterKind.Body && isWanted(parameter)))
        {
            arguments[parameter.Name] = Typed(JToken.FromObject(parameter.Example!), parameter.ActualSchema);
        }

        if (operation.RequestBody is { } body)
        {
            arguments["request"] = Typed(body.Content["application/json"]);
        }

        return arguments;
    }

    private static JToken Typed(OpenApiMediaType content) => Typed(JToken.FromObject(content.Example!), content.Schema.ActualSchema);

    // Reading the YAML makes a text of every scalar; the schema tells what it is.
    private static JToken Typed(JToken example, JsonSchema? schema) => example switch
    {
        JObject fields => new JObject(fields.Properties().Select(field =>
            new JProperty(field.Name, Typed(field.Value, schema?.ActualProperties.GetValueOrDefault(field.Name)?.ActualSchema)))),
        JArray items => new JArray(items.Select(item => Typed(item, schema?.Item?.ActualSchema))),
        _ when schema is not null && schema.Type.HasFlag(JsonObjectType.Boolean) => (bool)example,
        _ when schema is not null && schema.Type.HasFlag(JsonObjectType.Integer) => (long)example,
        _ when schema is not null && schema.Type.HasFlag(JsonObjectType.Number) => (decimal)example,
        _ => example,
    };
}
