using System.Globalization;
using System.Text.RegularExpressions;
using NJsonSchema;
using NSwag;

namespace Amity.DriftCheck.Contract;

/// <summary>One operation, with what it may respond.</summary>
internal sealed partial class DocumentedOperation
{
    private const string Json = "application/json";

    private readonly OpenApiOperation _operation;
    private readonly string _method;
    private readonly string _template;
    private readonly Regex _path;

    public DocumentedOperation(OpenApiOperationDescription description)
    {
        _operation = description.Operation;
        _method = description.Method;
        _template = description.Path;
        var pattern = PathParameter().Replace(_template, name => $"(?<{name.Groups["name"].Value}>[^/]+)");
        _path = new Regex($"^{pattern}$", RegexOptions.CultureInvariant);
    }

    public string Id => _operation.OperationId;

    /// <summary>Whether a real service may be asked: nothing is changed, and no secret is in the response.</summary>
    public bool IsObserved => _operation.ExtensionData?.TryGetValue("x-observe", out var observed) == true && observed is true;

    public bool Matches(string method, string path) =>
        string.Equals(method, _method, StringComparison.OrdinalIgnoreCase) && _path.IsMatch(path);

    /// <summary>The room that a path of this operation names; null when it names none.</summary>
    public string? RoomIdIn(string path) =>
        _path.Match(path).Groups["roomId"] is { Success: true } id ? Uri.UnescapeDataString(id.Value) : null;

    /// <summary>The status of a success; the first of several.</summary>
    public int Success => _operation.Responses.Keys.Select(status => int.Parse(status, CultureInfo.InvariantCulture)).Min();

    public bool Declares(int status) => _operation.Responses.ContainsKey(Key(status));

    /// <summary>The path with the ids that stand for its parameters, the examples of what the query must have, and without what may be left out.</summary>
    public string Target(Func<string, string> idOf)
    {
        var query = _operation.Parameters.Where(parameter => parameter is { Kind: OpenApiParameterKind.Query, IsRequired: true }).SelectMany(PairsOf).ToList();
        return PathParameter().Replace(_template, name => Uri.EscapeDataString(idOf(name.Groups["name"].Value)))
            + (query.Count > 0 ? $"?{string.Join('&', query)}" : string.Empty);
    }

    /// <summary>The shape of a response: that of its status, or else of the success or the error that it comes nearest to.</summary>
    public JsonSchema? ShapeOf(int status) =>
        SchemaOf(Declares(status) ? status : status switch { >= 400 => 401, >= 200 and < 300 => Success, _ => status });

    private static IEnumerable<string> PairsOf(OpenApiParameter parameter)
    {
        var values = parameter.Example is IEnumerable<object> list ? list : [parameter.Example!];
        return values.Select(value => $"{parameter.Name}={Uri.EscapeDataString(Convert.ToString(value, CultureInfo.InvariantCulture)!)}");
    }

    private static string Key(int status) => status.ToString(CultureInfo.InvariantCulture);

    private JsonSchema? SchemaOf(int status) =>
        _operation.Responses.TryGetValue(Key(status), out var response)
            && response.ActualResponse.Content.TryGetValue(Json, out var content)
            ? content.Schema.ActualSchema
            : null;

    [GeneratedRegex(@"\{(?<name>[^}]+)\}")]
    private static partial Regex PathParameter();
}
