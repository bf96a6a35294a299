using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NSwag;

namespace Amity.Tests.Support;

/// <summary>The request that the spec's own examples make of an operation, put together without the library.</summary>
/// <param name="OperationId">The operation.</param>
/// <param name="Method">The method, such as GET.</param>
/// <param name="Target">Path and query, escaped.</param>
/// <param name="Headers">The headers that are arguments.</param>
/// <param name="Body">The body as JSON, with the parts of a form as texts; null when the operation takes none.</param>
public sealed record SpecRequest(string OperationId, string Method, string Target, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    /// <summary>The name of every file in a form, whose content is the example's text.</summary>
    public const string FileName = "example.bin";

    /// <summary>The request with every argument.</summary>
    public static SpecRequest Full(string operationId) => Of(operationId, SpecExamples.Arguments(operationId));

    /// <summary>The request without what may be left out, which no page token of an example could survive.</summary>
    public static SpecRequest Least(string operationId) => Of(operationId, SpecExamples.LeastArguments(operationId));

    /// <summary>The request without what may be left out, about another room.</summary>
    public static SpecRequest Least(string operationId, string roomId) =>
        Of(operationId, new JObject(SpecExamples.LeastArguments(operationId)) { ["roomId"] = roomId });

    /// <summary>The request as it can be sent.</summary>
    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), new Uri(Target, UriKind.Relative));
        foreach (var (name, value) in Headers)
        {
            message.Headers.Add(name, value);
        }

        message.Content = Body is null ? null
            : Spec.IsMultipart(OperationId) ? Form(JObject.Parse(Body))
            : new StringContent(Body, Encoding.UTF8, "application/json");
        return message;
    }

    private MultipartFormDataContent Form(JObject fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            var part = new ByteArrayContent(Encoding.UTF8.GetBytes((string)value!));
            if (Spec.BodyOf(OperationId)!.ActualProperties[name].Format == "binary")
            {
                form.Add(part, name, FileName);
            }
            else
            {
                form.Add(part, name);
            }
        }

        return form;
    }

    /// <summary>The request with these arguments, each by its name in C#.</summary>
    public static SpecRequest Of(string operationId, JObject arguments)
    {
        var (path, method, operation) = (Spec.Operations[operationId].Path, Spec.Operations[operationId].Method, Spec.Operations[operationId].Operation);
        var parameters = operation.Parameters.ToLookup(parameter => parameter.Kind);
        var values = SpecArgument.Of(operationId).ToLookup(argument => argument.Parameter.Name);
        var query = parameters[OpenApiParameterKind.Query].SelectMany(parameter => Pairs(parameter.Name, Argument(parameter))).ToList();
        var target = parameters[OpenApiParameterKind.Path]
            .Aggregate(path, (target, parameter) => target.Replace($"{{{parameter.Name}}}", Uri.EscapeDataString(Text(Argument(parameter)!)), StringComparison.Ordinal));
        return new SpecRequest(
            operationId,
            method.ToUpperInvariant(),
            target + (query.Count > 0 ? "?" + string.Join('&', query) : string.Empty),
            parameters[OpenApiParameterKind.Header].Where(parameter => Argument(parameter) is not null)
                .ToDictionary(parameter => parameter.Name, parameter => Text(Argument(parameter)!)),
            (Spec.IsMultipart(operationId) ? Texts((JObject)arguments["request"]!) : arguments["request"])?.ToString(Formatting.None));

        JToken? Argument(OpenApiParameter parameter) => values[parameter.Name].ToList() is [{ Field: null } argument]
            ? arguments.SelectToken(argument.Path)
            : new JObject(values[parameter.Name].Where(field => arguments.SelectToken(field.Path) is not null)
                .Select(field => new JProperty(field.Field!, arguments.SelectToken(field.Path))));
    }

    private static JObject Texts(JObject fields) => new(fields.Properties().Select(field => new JProperty(field.Name, Text(field.Value))));

    // Lists are repeated, objects have their fields in brackets.
    private static IEnumerable<string> Pairs(string name, JToken? value) => value switch
    {
        null => [],
        JArray items => items.SelectMany(item => Pairs(name, item)),
        JObject fields => fields.Properties().SelectMany(field => Pairs($"{name}[{field.Name}]", field.Value)),
        _ => [$"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(Text(value))}"],
    };

    private static string Text(JToken value) => value switch
    {
        JValue { Type: JTokenType.Boolean } flag => (bool)flag ? "true" : "false",
        JValue { Value: var plain } => Convert.ToString(plain, CultureInfo.InvariantCulture)!,
        _ => value.ToString(Formatting.None),
    };
}
