using System.Text;
using Microsoft.AspNetCore.Http;
using NJsonSchema;
using NSwag;

namespace Amity.Sandbox.Contract;

/// <summary>What the contract says about one parameter in the path, the query or a header.</summary>
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
            return request.RouteValues[parameter.Name] is string value ? WireValue.ToJson(value, _schema) : null;
        }

        if (parameter.Style == OpenApiParameterStyle.DeepObject)
        {
            return ReadDeepObject(request.Query);
        }

        return WireValue.ToJson(
            parameter.Kind == OpenApiParameterKind.Header ? request.Headers[parameter.Name] : request.Query[parameter.Name],
            _schema);
    }

    private string? ReadDeepObject(IQueryCollection query)
    {
        var fields = new StringBuilder();
        foreach (var (key, values) in query)
        {
            if (key.StartsWith(parameter.Name + "[", StringComparison.Ordinal) && key.EndsWith(']'))
            {
                var field = key[(parameter.Name.Length + 1)..^1];
                var schema = _schema.ActualProperties.GetValueOrDefault(field)?.ActualSchema;
                fields.Append(fields.Length == 0 ? "" : ",").Append($"{WireValue.Quote(field)}:{WireValue.ToJson(values.ToString(), schema)}");
            }
        }

        return fields.Length == 0 ? null : $"{{{fields}}}";
    }
}
