using System.Text.RegularExpressions;
using Amity.Spec.Parts;

namespace Amity.Spec.CSharp;

/// <summary>Plans the argument of a parameter: its checks, and how it gets into the path, the query, a header or a cookie.</summary>
internal sealed partial class ParameterPlan(MergedSpec spec, TypeMap types, ArgumentChecks checks, SpecProblems problems)
{
    /// <summary>Where the number of an object stands in its name, inside of an interpolated C# string.</summary>
    private const string Number = "[{i}]";

    /// <summary>Headers that the client writes itself.</summary>
    private static readonly string[] OwnHeaders =
    [
        .. SchemePlan.Headers, "Content-Type", "Content-Length", "Transfer-Encoding", "Cookie", "Host", "Accept", "User-Agent",
    ];

    /// <summary>Headers that .NET keeps with a body, beside all that begin so; it leaves them out of a request in silence.</summary>
    private static readonly string[] BodyHeaders = ["Allow", "Expires", "Last-Modified"];

    /// <summary>
    /// Whether a parameter is an object that says where a page starts: its fields become options of the operation, as those of its other
    /// parameters do.
    /// </summary>
    public static bool IsPaging(MergedSpec spec, SpecMap parameter) =>
        parameter.Text("style") == "deepObject" && !parameter.IsTrue("required")
        && FieldsOf(spec, parameter).Any(field => field.Value is SpecMap schema && spec.Resolve(schema)?.Text("format") == TypeMap.TokenFormat);

    public IEnumerable<OperationArgument> Plan(SpecOperation operation, SpecMap parameter)
    {
        var wire = parameter.Text("name") ?? string.Empty;
        return IsPaging(spec, parameter)
            ? FieldsOf(spec, parameter).Select(field => PlanField(operation, wire, field))
            : [Plan(operation, parameter, wire, wire, parameter.Map("schema") ?? new SpecMap(parameter.Place))];
    }

    private OperationArgument PlanField(SpecOperation operation, string parameter, SpecEntry field)
    {
        var schema = field.Value as SpecMap ?? new SpecMap(field.Place);
        var list = types.Resolved(schema).Text("type") == "array" ? "[]" : string.Empty;
        return Plan(operation, new SpecMap(field.Place), $"{parameter}[{field.Key}]{list}", field.Key, schema);
    }

    /// <param name="operation">The operation.</param>
    /// <param name="parameter">The parameter; an empty one for a field of an object that says where a page starts.</param>
    /// <param name="wire">Its name in the request.</param>
    /// <param name="key">What its name in C# is made of.</param>
    /// <param name="schema">What it is.</param>
    private OperationArgument Plan(SpecOperation operation, SpecMap parameter, string wire, string key, SpecMap schema)
    {
        var where = $"{operation.Id}, parameter {wire}";
        var isRequired = parameter.IsTrue("required");
        var type = types.TypeOf(schema, where);
        var name = NameOf(operation, parameter.Text("x-name") ?? schema.Text("x-name"), key, schema);
        var isBatch = operation.Node.Text("x-batch") == wire;
        var argument = new OperationArgument(
            wire, isRequired ? name : CSharpName.Pascal(name), type, isRequired, types.DescriptionOf(parameter, schema), schema.Place)
        {
            Schema = schema,
            IsInPath = parameter.Text("in") == "path",
            IsInQuery = parameter.Text("in") is null or "query",
            IsOption = !isRequired,
            Batch = isBatch ? BatchOf(wire, CSharpName.Escaped(name), types.Resolved(schema)) : null,
        };
        var (value, argumentName) = argument.IsOption
            ? (argument.Name, $"$\"{{argument}}.{{nameof({argument.Name})}}\"")
            : (argument.Value, $"nameof({argument.Value})");
        return argument with
        {
            Checks =
            [
                .. checks.Of(isBatch ? Unlimited(schema) : schema, value, argumentName, isRequired, mayBeNull: !isRequired || !type.IsValueType, where),
                .. PlaceChecks(parameter, argument, value, argumentName),
            ],
            Sends = [.. Sends(parameter, argument, isBatch ? "batch" : argument.Value, where)],
        };
    }

    /// <summary>Paging has the same names everywhere, whatever the wire calls them.</summary>
    private string NameOf(SpecOperation operation, string? given, string key, SpecMap schema) =>
        given ?? (types.IsToken(schema) ? "continuationToken"
            : (key == "limit" || key.EndsWith("[limit]", StringComparison.Ordinal)) && operation.IsPaged ? "pageSize"
            : CSharpName.Camel(key));

    private static IReadOnlyList<SpecEntry> FieldsOf(MergedSpec spec, SpecMap parameter) =>
        (parameter.Map("schema") is { } schema ? spec.Resolve(schema) : null)?.Map("properties")?.Entries ?? [];

    private static string BatchOf(string wire, string value, SpecMap limits) =>
        $"\"{CSharpName.Literal(wire)}\", {value}, {limits.Text("maxItems") ?? "int.MaxValue"}, nameof({value})";

    /// <summary>The schema without its largest count, which the batches keep; without any id there is no request.</summary>
    private SpecMap Unlimited(SpecMap schema)
    {
        var unlimited = new SpecMap(schema.Place);
        foreach (var entry in types.Resolved(schema).Entries.Where(entry => entry.Key != "maxItems"))
        {
            unlimited.TryAdd(entry);
        }

        if (!ArgumentChecks.HasLeast(unlimited))
        {
            unlimited.Set("minItems", new SpecScalar("1", isPlain: true, schema.Place));
        }

        return unlimited;
    }

    /// <summary>What a place in the request asks of a text, whatever its schema says; an enum is open, and may be any text.</summary>
    private IEnumerable<string> PlaceChecks(SpecMap parameter, OperationArgument argument, string value, string name)
    {
        var text = argument.Type.Kind switch
        {
            CSharpKind.Text => value,
            CSharpKind.Enum => $"{value}{(argument.IsRequired ? string.Empty : "?")}.Value",
            _ => null,
        };
        switch (parameter.Text("in"))
        {
            case "path" when text is not null && types.Resolved(argument.Schema!).Text("format") != "id":
                yield return $"Guard.Segment({text}, {name});";
                break;
            case "query" when argument is { IsRequired: true, Type.Kind: CSharpKind.Enum }:
                yield return $"Guard.Text({text}, 1, int.MaxValue, {name});";
                break;
            case "header" when text is not null:
                yield return $"Guard.Header({text}, {name});";
                break;
            case "cookie" when text is not null:
                yield return $"Guard.Cookie({text}, {name});";
                break;
        }
    }

    private IEnumerable<string> Sends(SpecMap parameter, OperationArgument argument, string value, string where)
    {
        var wire = CSharpName.Literal(argument.Wire);
        var (location, style) = (parameter.Text("in") ?? "query", parameter.Text("style"));
        CheckHeader(parameter, argument.Wire, where);
        switch (location)
        {
            case "path" when style is null or "simple" && argument.Type.IsScalar:
                return [];
            case "header" when style is null or "simple" && argument.Type.IsScalar:
                return [$"call.Header(\"{wire}\", {value});"];
            case "cookie" when IsForm(parameter) && argument.Type.IsScalar:
                return [$"call.Cookie(\"{wire}\", {value});"];
            case "query" when IsForm(parameter) && argument.Type.IsScalar:
                return [QueryLine(argument.Schema!, $"\"{wire}\"", value)];
            case "query" when IsForm(parameter) && argument.Type.Item?.IsScalar == true:
                return [parameter.Text("explode") == "false" ? $"call.Joined(\"{wire}\", {value});" : $"call.Query(\"{wire}\", {value});"];
            case "query" when style == "deepObject" && argument.Type.Kind == CSharpKind.Model:
                return FieldLines(argument.Schema!, wire, $"{value}{(argument.IsRequired ? string.Empty : "?")}", where);
            case "query" when style == "deepObject" && argument.Type.Item?.Kind == CSharpKind.Model:
                var items = argument.IsRequired ? value : $"({value} ?? [])";
                return
                [
                    $"for (var i = 0; i < {items}.Count; i++)",
                    "{",
                    .. FieldLines(types.Resolved(argument.Schema!).Map("items")!, Braced(wire) + Number, $"{items}[i]", where)
                        .Select(line => "    " + line),
                    "}",
                ];
            default:
                problems.Add(
                    parameter.Place,
                    ProblemKind.Unsupported,
                    $"{where}: {argument.Type.Name} in {location}, {(style is null ? "without a style" : $"style {style}")}, is not supported"
                    + (location == "query" && (argument.Type.Item ?? argument.Type).Kind == CSharpKind.Model ? ": write style: deepObject." : "."));
                return [];
        }
    }

    /// <summary>A name that no header can have, or that is another's, would be checked and never sent.</summary>
    private void CheckHeader(SpecMap parameter, string wire, string where)
    {
        var location = parameter.Text("in");
        if (location is "header" or "cookie" && !Token().IsMatch(wire))
        {
            problems.Add(parameter.Place, ProblemKind.Name, $"{where}: a {location} cannot have this name.");
        }
        else if (location == "header" && OwnHeaders.Contains(wire, StringComparer.OrdinalIgnoreCase))
        {
            problems.Add(parameter.Place, ProblemKind.Unsupported, $"{where}: the client writes this header itself; leave it out.");
        }
        else if (location == "header"
            && (wire.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) || BodyHeaders.Contains(wire, StringComparer.OrdinalIgnoreCase)))
        {
            problems.Add(parameter.Place, ProblemKind.Unsupported, $"{where}: this header is that of a body, and is no argument; leave it out.");
        }
    }

    /// <summary>Each field of an object in the query, as <c>name[field]</c>, or as <c>name[0][field]</c> for one of many.</summary>
    private IEnumerable<string> FieldLines(SpecMap schema, string wire, string value, string where)
    {
        var isNumbered = wire.EndsWith(Number, StringComparison.Ordinal);
        foreach (var field in types.Resolved(schema).Map("properties")?.Entries ?? [])
        {
            var property = field.Value as SpecMap ?? new SpecMap(field.Place);
            var type = types.TypeOf(property, $"{where}, field {field.Key}");
            var name = property.Text("x-name") ?? CSharpName.Pascal(field.Key);
            var list = type.Item?.IsScalar == true ? "[]" : string.Empty;
            if (!type.IsScalar && list.Length == 0)
            {
                problems.Add(
                    field.Place,
                    ProblemKind.Unsupported,
                    $"{where}, field {field.Key}: {type.Name} inside of an object in the query is not supported.");
            }

            var key = CSharpName.Literal(field.Key);
            yield return QueryLine(property, Name($"{wire}[{(isNumbered ? Braced(key) : key)}]{list}"), $"{value}.{name}");
        }

        yield return $"call.Fields({Name(wire)}, {value.TrimEnd('?')});";

        string Name(string key) => isNumbered ? $"$\"{key}\"" : $"\"{key}\"";
    }

    /// <summary>A text as it stands inside of an interpolated C# string.</summary>
    private static string Braced(string text) =>
        text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    private string QueryLine(SpecMap schema, string name, string value) =>
        $"call.{(types.IsToken(schema) ? "Token" : "Query")}({name}, {value});";

    private static bool IsForm(SpecMap parameter) => parameter.Text("style") is null or "form";

    [GeneratedRegex("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$")]
    private static partial Regex Token();
}
