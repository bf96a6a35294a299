using System.Text.Json.Nodes;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Amity.Tests.Support;

/// <summary>What the spec gives as examples of an operation's arguments and response.</summary>
public static class SpecExamples
{
    // NSwag's document makes a date of every text that looks like one, and has lost how it was written.
    private static readonly JObject Json = JsonConvert.DeserializeObject<JObject>(
        File.ReadAllText(RepoFiles.Spec), new JsonSerializerSettings { DateParseHandling = DateParseHandling.None })!;

    /// <summary>The example of every argument by its name in C#; the body's is <c>request</c>.</summary>
    public static JObject Arguments(string operationId) => Arguments(operationId, _ => true);

    /// <summary>The examples without those of arguments that may be left out.</summary>
    public static JObject LeastArguments(string operationId) => Arguments(operationId, parameter => (bool?)parameter["required"] == true);

    /// <summary>The examples without the continuation token, which no page of a provider may have.</summary>
    public static JObject FirstPageArguments(string operationId)
    {
        var arguments = Arguments(operationId);
        foreach (var token in SpecArgument.Of(operationId).Where(argument => argument.Schema.Format == "token"))
        {
            arguments.SelectToken(token.Path)?.Parent!.Remove();
        }

        return arguments;
    }

    /// <summary>The example of an operation's response, which is JSON.</summary>
    public static JsonNode? ResponseJson(string operationId) =>
        JsonNode.Parse(BodyExample(ResponseOf(operationId)).ToString(Formatting.None));

    /// <summary>The example of where an operation redirects to.</summary>
    public static string Location(string operationId) => (string)Resolve(ResponseOf(operationId))["headers"]!["Location"]!["example"]!;

    /// <summary>The example of an operation's response, as JSON or as the text that it is.</summary>
    public static string Response(string operationId)
    {
        var example = BodyExample(ResponseOf(operationId));
        return Spec.ResponseOf(operationId) is null ? (string)example! : example.ToString(Formatting.Indented);
    }

    private static JObject Arguments(string operationId, Func<JToken, bool> isWanted)
    {
        var operation = OperationOf(operationId);
        var arguments = new JObject();
        var parameters = (operation["parameters"] ?? new JArray()).Select(Resolve).Where(isWanted).ToDictionary(parameter => (string)parameter["name"]!);
        foreach (var argument in SpecArgument.Of(operationId).Where(argument => parameters.ContainsKey(argument.Parameter.Name)))
        {
            var example = parameters[argument.Parameter.Name]["example"]!;
            if ((argument.Field is null ? example : example[argument.Field]) is { } value)
            {
                var owner = argument.IsOption ? arguments["options"] ??= new JObject() : arguments;
                owner[argument.Name] = value.DeepClone();
            }
        }

        if (operation["requestBody"] is { } body)
        {
            arguments["request"] = BodyExample(body).DeepClone();
        }

        return arguments;
    }

    private static JToken OperationOf(string operationId) =>
        Json["paths"]![Spec.Operations[operationId].Path]![Spec.Operations[operationId].Method]!;

    private static JToken ResponseOf(string operationId) => OperationOf(operationId)["responses"]![$"{Spec.SuccessOf(operationId)}"]!;

    private static JToken BodyExample(JToken body) => Resolve(body)["content"]!.Children<JProperty>().Single().Value["example"]!;

    private static JToken Resolve(JToken node) =>
        node["$ref"] is { } reference ? Json.SelectToken(((string)reference!).TrimStart('#', '/').Replace('/', '.'))! : node;
}
