using System.Globalization;
using System.Text;
using System.Text.Json;

using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

using NJsonSchema;

using NSwag;

namespace Amity.Sandbox.Contract;

/// <summary>What the contract says about one parameter in the path or the query.</summary>
internal sealed class ParameterRule(OpenApiParameter parameter)
{
    private readonly JsonSchema _schema = parameter.ActualSchema;

    public IEnumerable<Violation> Check(HttpRequest request)
    {
        if (ReadAsJson(request) is { } json)
        {
            return Violation.Find(parameter.Name, json, _schema);
        }

        return parameter.IsRequired ? [Violation.Unreadable(parameter.Name, "required")] : [];
    }

    /// <summary>The parameter as JSON, so that its schema can judge it; null when it is absent.</summary>
    private string? ReadAsJson(HttpRequest request)
    {
        if (parameter.Kind == OpenApiParameterKind.Path)
        {
            return request.RouteValues[parameter.Name] is string value ? ToJson(value, _schema) : null;
        }

        if (parameter.Style == OpenApiParameterStyle.DeepObject)
        {
            return ReadDeepObject(request.Query);
        }

        StringValues values = request.Query[parameter.Name];
        return values.Count switch
        {
            0 => null,
            1 when !_schema.IsArray => ToJson(values[0], _schema),
            // What is no list but was given twice becomes one, which its schema then refuses.
            _ => $"[{string.Join(',', values.Select(value => ToJson(value, _schema.Item?.ActualSchema)))}]",
        };
    }

    private string? ReadDeepObject(IQueryCollection query)
    {
        var fields = new StringBuilder();
        foreach ((string key, StringValues values) in query)
        {
            if (key.StartsWith(parameter.Name + "[", StringComparison.Ordinal) && key.EndsWith(']'))
            {
                string field = key[(parameter.Name.Length + 1)..^1];
                JsonSchema? schema = _schema.ActualProperties.GetValueOrDefault(field)?.ActualSchema;
                fields.Append(fields.Length == 0 ? "" : ",").Append($"{Quote(field)}:{ToJson(values, schema)}");
            }
        }

        return fields.Length == 0 ? null : $"{{{fields}}}";
    }

    /// <summary>The text as its type says, or as a string, which the schema of another type then refuses.</summary>
    private static string ToJson(string? text, JsonSchema? schema) => schema?.Type switch
    {
        JsonObjectType.Integer when schema.Format == JsonFormatStrings.Integer && !int.TryParse(text, CultureInfo.InvariantCulture, out _) => Quote(text ?? ""),
        JsonObjectType.Integer or JsonObjectType.Number when IsNumber(text) => text!,
        JsonObjectType.Boolean when text is "true" or "false" => text,
        _ => Quote(text ?? ""),
    };

    private static bool IsNumber(string? text) =>
        text is [_, ..] && (text[0] == '-' || char.IsAsciiDigit(text[0])) && StrictJson.FindFault(Encoding.UTF8.GetBytes(text)) is null;

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
