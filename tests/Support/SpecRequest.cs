using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NSwag;

namespace Amity.Tests.Support;

/// <summary>The request that the spec's own examples make of an operation, put together without the library.</summary>
/// <param name="Method">The method, such as GET.</param>
/// <param name="Target">Path and query, escaped.</param>
/// <param name="Body">The body as JSON; null when the operation takes none.</param>
public sealed record SpecRequest(string Method, string Target, string? Body)
{
    /// <summary>The request with every argument.</summary>
    public static SpecRequest Full(string operationId) => Make(operationId, SpecExamples.Arguments(operationId));

    /// <summary>The request without what may be left out, which no page token of an example could survive.</summary>
    public static SpecRequest Least(string operationId) => Make(operationId, SpecExamples.LeastArguments(operationId));

    /// <summary>The request without what may be left out, about another room.</summary>
    public static SpecRequest Least(string operationId, string roomId) =>
        Make(operationId, new JObject(SpecExamples.LeastArguments(operationId)) { ["roomId"] = roomId });

    private static SpecRequest Make(string operationId, JObject arguments)
    {
        var (path, method, operation) = (Spec.Operations[operationId].Path, Spec.Operations[operationId].Method, Spec.Operations[operationId].Operation);
        var query = operation.Parameters.Where(parameter => parameter.Kind == OpenApiParameterKind.Query)
            .SelectMany(parameter => Pairs(parameter.Name, arguments[parameter.Name])).ToList();
        return new SpecRequest(
            method.ToUpperInvariant(),
            Regex.Replace(path, @"\{(\w+)\}", name => Uri.EscapeDataString((string)arguments[name.Groups[1].Value]!)) + (query.Count > 0 ? "?" + string.Join('&', query) : string.Empty),
            arguments["request"]?.ToString(Formatting.None));
    }

    // Lists are repeated, objects have their fields in brackets.
    private static IEnumerable<string> Pairs(string name, JToken? value) => value switch
    {
        null => [],
        JArray items => items.SelectMany(item => Pairs(name, item)),
        JObject fields => fields.Properties().SelectMany(field => Pairs($"{name}[{field.Name}]", field.Value)),
        JValue { Type: JTokenType.Boolean } flag => [$"{Uri.EscapeDataString(name)}={((bool)flag ? "true" : "false")}"],
        _ => [$"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(Convert.ToString(((JValue)value).Value, CultureInfo.InvariantCulture)!)}"],
    };
}
