using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Amity.Sandbox.Contract;

/// <summary>What the contract says about one parameter of an operation.</summary>
internal sealed class ParameterRule
{
    private readonly bool _isDeepObject;
    private readonly bool _isCommaSeparated;

    public ParameterRule(ServiceContract contract, JsonElement parameter)
    {
        Name = parameter.GetProperty("name").GetString()!;
        Place = parameter.GetProperty("in").GetString()!;
        Schema = contract.SchemaOf(parameter.GetProperty("schema"));
        IsRequired = Place == "path" || (parameter.TryGetProperty("required", out var required) && required.GetBoolean());
        _isDeepObject = parameter.TryGetProperty("style", out var style) && style.GetString() == "deepObject";
        _isCommaSeparated = parameter.TryGetProperty("explode", out var explode) && !explode.GetBoolean();
    }

    public string Name { get; }

    /// <summary>Where it stands: path, query, header or cookie.</summary>
    public string Place { get; }

    public ContractSchema Schema { get; }

    public bool IsRequired { get; }

    public IEnumerable<Violation> Check(RequestValues request)
    {
        if (ReadAsJson(request) is { } json)
        {
            using var document = JsonDocument.Parse(json);
            return [.. Schema.Check(Name, document.RootElement)];
        }

        return IsRequired ? [Violation.Unreadable(Name, "required")] : [];
    }

    /// <summary>What came under its name, once or several times.</summary>
    public StringValues ValuesIn(RequestValues request) =>
        request.Of(Place, Name) is var values && _isCommaSeparated && values is [{ } list] ? list.Split(',') : values;

    /// <summary>The parameter as JSON, so that its schema can judge it; null when it is absent.</summary>
    private string? ReadAsJson(RequestValues request)
    {
        if (_isDeepObject)
        {
            return ReadDeepObject(request.Http.Query);
        }

        return WireValue.ToJson(ValuesIn(request), Schema);
    }

    private string? ReadDeepObject(IQueryCollection query)
    {
        var fields = new StringBuilder();
        foreach (var (key, values) in query)
        {
            if (key.StartsWith(Name + "[", StringComparison.Ordinal) && key.EndsWith(']'))
            {
                var field = key[(Name.Length + 1)..^1];
                var schema = Schema.Properties.GetValueOrDefault(field);
                fields.Append(fields.Length == 0 ? "" : ",").Append($"{WireValue.Quote(field)}:{WireValue.ToJson(values.ToString(), schema)}");
            }
        }

        return fields.Length == 0 ? null : $"{{{fields}}}";
    }
}
