using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Amity.Spec.Parts;

namespace Amity.Spec.CSharp;

/// <summary>Plans the C# of an operation: its signature, its checks, what it puts into the request, and how the response is read.</summary>
internal sealed partial class OperationPlan(MergedSpec spec, TypeMap types, ArgumentChecks checks, SpecProblems problems)
{
    public const string Multipart = "multipart/form-data";
    private const string Json = "application/json";

    /// <summary>Names that the generated method uses itself.</summary>
    private static readonly string[] Taken = ["call", "batch", "i", "cancellationToken"];

    public JsonObject Plan(SpecOperation operation)
    {
        var arguments = new List<OperationArgument>();
        foreach (var parameter in operation.Node.List("parameters").OfType<SpecMap>().Select(spec.Resolve).OfType<SpecMap>())
        {
            arguments.Add(ParameterOf(operation, parameter));
        }

        if (operation.Node.Map("requestBody") is { } body && BodyOf(operation, body) is { } request)
        {
            arguments.Add(request);
        }

        CheckNames(operation, arguments);
        var client = CSharpName.Pascal(operation.Tag ?? string.Empty) + "Client";
        var result = ResultOf(operation);
        CheckBatch(operation, arguments, result.Type);
        return new JsonObject
        {
            ["file"] = GeneratedFile.Of(TagOf(operation)?.Place ?? operation.Place, client),
            ["interfaceFile"] = GeneratedFile.Of(TagOf(operation)?.Place ?? operation.Place, "I" + client),
            ["client"] = (TagOf(operation)?.Text("description") ?? string.Empty).Trim().TrimEnd('.'),
            ["returns"] = result.Returns,
            ["method"] = CSharpName.Pascal(operation.Id) + "Async",
            ["args"] = new JsonArray([.. Sorted(arguments).Select(argument => argument.ToJson())]),
            ["checks"] = Lines(arguments.SelectMany(argument => argument.Checks)),
            ["call"] = CallOf(operation, arguments),
            ["lines"] = Lines(arguments.SelectMany(argument => argument.Sends)),
            ["batch"] = arguments.FirstOrDefault(argument => argument.Batch is not null)?.Batch,
            ["send"] = result.Send,
            ["read"] = result.Read,
        };
    }

    private OperationArgument ParameterOf(SpecOperation operation, SpecMap parameter)
    {
        var wire = parameter.Text("name") ?? string.Empty;
        var where = $"{operation.Id}, parameter {wire}";
        var schema = parameter.Map("schema") ?? new SpecMap(parameter.Place);
        var isRequired = parameter.IsTrue("required");
        var name = parameter.Text("x-name") ?? CSharpName.Camel(wire);
        var type = types.TypeOf(schema, where);
        var mayBeNull = !isRequired || !type.IsScalar || type.Kind == CSharpKind.Text;
        var isBatch = operation.Node.Text("x-batch") == wire;
        var argument = new OperationArgument(
            wire,
            name,
            type,
            isRequired,
            parameter.Text("description") ?? types.Resolved(schema).Text("description") ?? string.Empty)
        {
            Schema = schema,
            Batch = isBatch ? $"\"{CSharpName.Literal(wire)}\", {CSharpName.Escaped(name)}, {types.Resolved(schema).Text("maxItems") ?? "int.MaxValue"}, nameof({CSharpName.Escaped(name)})" : null,
        };
        return argument with
        {
            Checks =
            [
                .. checks.Of(isBatch ? Unlimited(schema) : schema, argument.Value, $"nameof({argument.Value})", isRequired, mayBeNull, where),
                .. PlaceChecks(parameter, argument),
            ],
            Sends = [.. Sends(parameter, isBatch ? argument with { Name = "batch" } : argument, where)],
        };
    }

    /// <summary>What a place in the request asks of a text, whatever its schema says; an enum is open, and may be any text.</summary>
    private IEnumerable<string> PlaceChecks(SpecMap parameter, OperationArgument argument)
    {
        var name = $"nameof({argument.Value})";
        var text = argument.Type.Kind switch
        {
            CSharpKind.Text => argument.Value,
            CSharpKind.Enum => $"{argument.Value}{(argument.IsRequired ? string.Empty : "?")}.Value",
            _ => null,
        };
        switch (parameter.Text("in"))
        {
            case "path" when text is not null && types.Resolved(argument.Schema!).Text("format") != "id":
                yield return $"Guard.Segment({text}, {name});";
                break;
            case "header" when text is not null:
                yield return $"Guard.Header({text}, {name});";
                break;
            case "cookie" when text is not null:
                yield return $"Guard.Cookie({text}, {name});";
                break;
            case "query" when argument.Type.Item?.Kind == CSharpKind.Text && IsForm(parameter) && argument.Batch is null:
                yield return $"IdBatches.CheckLength(\"{CSharpName.Literal(argument.Wire)}\", {argument.Value}, {name});";
                break;
        }
    }

    private IEnumerable<string> Sends(SpecMap parameter, OperationArgument argument, string where)
    {
        var (value, wire) = (argument.Value, CSharpName.Literal(argument.Wire));
        var place = parameter.Text("in");
        if (place is "header" && argument.Wire.ToUpperInvariant() is "AUTHORIZATION" or "CONTENT-TYPE" or "CONTENT-LENGTH" or "COOKIE" or "HOST" or "ACCEPT")
        {
            problems.Add(parameter.Place, ProblemKind.Unsupported, $"{where}: the client writes this header itself; leave it out.");
        }

        switch (place)
        {
            case "path" when argument.Type.IsScalar:
                return [];
            case "header" when argument.Type.IsScalar:
                return [$"call.Header(\"{wire}\", {value});"];
            case "cookie" when argument.Type.IsScalar:
                return [$"call.Cookie(\"{wire}\", {value});"];
            case "query" when IsForm(parameter) && argument.Type.IsScalar:
                return [QueryLine(argument.Schema!, $"\"{wire}\"", value)];
            case "query" when IsForm(parameter) && argument.Type.Item?.IsScalar == true:
                return [parameter.Text("explode") == "false" ? $"call.Joined(\"{wire}\", {value});" : $"call.Query(\"{wire}\", {value});"];
            case "query" when parameter.Text("style") == "deepObject" && argument.Type.Kind == CSharpKind.Model:
                return FieldLines(argument.Schema!, wire, $"{value}{(argument.IsRequired ? string.Empty : "?")}", where);
            case "query" when parameter.Text("style") == "deepObject" && argument.Type.Item?.Kind == CSharpKind.Model:
                var items = argument.IsRequired ? value : $"({value} ?? [])";
                return
                [
                    $"for (var i = 0; i < {items}.Count; i++)",
                    "{",
                    .. FieldLines(types.Resolved(argument.Schema!).Map("items")!, wire + "[{i}]", $"{items}[i]", where).Select(line => "    " + line),
                    "}",
                ];
            default:
                problems.Add(parameter.Place, ProblemKind.Unsupported, $"{where}: {argument.Type.Name} in {place}, style {parameter.Text("style") ?? "of the default"}, is not supported.");
                return [];
        }
    }

    /// <summary>Each field of an object in the query, as <c>name[field]</c>.</summary>
    private IEnumerable<string> FieldLines(SpecMap schema, string wire, string value, string where)
    {
        foreach (var field in types.Resolved(schema).Map("properties")?.Entries ?? [])
        {
            var property = (SpecMap)field.Value;
            var type = types.TypeOf(property, $"{where}, field {field.Key}");
            var name = property.Text("x-name") ?? CSharpName.Pascal(field.Key);
            var list = type.Item?.IsScalar == true ? "[]" : string.Empty;
            if (!type.IsScalar && list.Length == 0)
            {
                problems.Add(field.Place, ProblemKind.Unsupported, $"{where}, field {field.Key}: {type.Name} inside of an object in the query is not supported.");
            }

            yield return QueryLine(property, Name($"{wire}[{CSharpName.Literal(field.Key)}]{list}"), $"{value}.{name}");
        }

        yield return $"call.Fields({Name(wire)}, {value.TrimEnd('?')});";

        static string Name(string key) => key.Contains("{i}", StringComparison.Ordinal) ? $"$\"{key}\"" : $"\"{key}\"";
    }

    private string QueryLine(SpecMap schema, string name, string value) =>
        $"call.{(types.Resolved(schema).Text("format") == "token" ? "Token" : "Query")}({name}, {value});";

    private static bool IsForm(SpecMap parameter) => parameter.Text("style") is null or "form";

    private OperationArgument? BodyOf(SpecOperation operation, SpecMap body)
    {
        var where = $"{operation.Id}, request body";
        if (body.Map("content") is not { Entries: [var media] } || media.Key is not (Json or Multipart) || (media.Value as SpecMap)?.Map("schema") is not { } schema)
        {
            problems.Add(body.Place, ProblemKind.Unsupported, $"{where}: one content is supported, {Json} or {Multipart}, with a schema.");
            return null;
        }

        var type = types.TypeOf(schema, where);
        var isRequired = body.IsTrue("required");
        var name = body.Text("x-name") ?? "request";
        if (type.Kind != CSharpKind.Model && (media.Key == Multipart || type.Kind is not (CSharpKind.Map or CSharpKind.List or CSharpKind.Free)))
        {
            problems.Add(body.Place, ProblemKind.Unsupported, $"{where}: {type.Name} as {media.Key} is not supported.");
        }

        var send = $"call.{(media.Key == Multipart ? "Multipart" : "Json")}({CSharpName.Escaped(name)});";
        return new OperationArgument(string.Empty, name, type, isRequired, body.Text("description") ?? types.Resolved(schema).Text("description") ?? string.Empty)
        {
            Checks = [.. checks.Of(schema, CSharpName.Escaped(name), $"nameof({CSharpName.Escaped(name)})", isRequired, mayBeNull: true, where)],
            Sends = [send],
        };
    }

    /// <summary>What the operation returns, and the call of the transport that gets it.</summary>
    private (string Returns, string Send, string Read, CSharpType? Type) ResultOf(SpecOperation operation)
    {
        var results = operation.Successes.Select(response => ResultOf(operation, response)).Distinct().ToList();
        if (results.Count != 1)
        {
            problems.Add(operation.Place, ProblemKind.Unsupported, $"{operation.Id}: an operation has one success, or several of the same shape, and this one has {results.Count}.");
            return ("Task", "SendAsync(", string.Empty, null);
        }

        if (operation.Node.Find("x-done-after-retry") is { } done && (results[0].Type is not (null or { Kind: CSharpKind.Model }) || results[0].Returns == "Task<Uri>"))
        {
            problems.Add(done.Place, ProblemKind.Unsupported, $"{operation.Id}: x-done-after-retry is supported where the response is an object or empty.");
        }

        return results[0];
    }

    private (string Returns, string Send, string Read, CSharpType? Type) ResultOf(SpecOperation operation, SpecEntry response)
    {
        var where = $"{operation.Id}, response {response.Key}";
        var resolved = response.Value is SpecMap map ? spec.Resolve(map) : null;
        var content = resolved?.Map("content")?.Entries ?? [];
        if (response.Key[0] == '3')
        {
            return ("Task<Uri>", "LocateAsync(", string.Empty, null);
        }

        if (content.Count == 0)
        {
            return ("Task", "SendAsync(", string.Empty, null);
        }

        var schema = (content[0].Value as SpecMap)?.Map("schema") ?? new SpecMap(response.Place);
        var type = types.TypeOf(schema, where);
        var isText = content[0].Key == "text/plain";
        if (content.Count > 1 || !(content[0].Key == Json || isText) || (isText && type.Kind != CSharpKind.Text) || (type.IsScalar && type.Kind != CSharpKind.Text))
        {
            problems.Add(response.Place, ProblemKind.Unsupported, $"{where}: {type.Name} as {string.Join(", ", content.Select(media => media.Key))} is not supported.");
        }

        return type.Kind switch
        {
            CSharpKind.Text => ("Task<string>", "SendForTextAsync(", string.Empty, type),
            CSharpKind.Model => ($"Task<{type.Name}>", "SendAsync(", $", {type.Name}.Read", type),
            _ => ($"Task<{type.Name}>", $"SendForValueAsync<{type.Name}>(", $", static (ref AnswerReader reader) => {type.Read}", type),
        };
    }

    private void CheckBatch(SpecOperation operation, IReadOnlyList<OperationArgument> arguments, CSharpType? result)
    {
        if (operation.Node.Find("x-batch") is not { } entry)
        {
            return;
        }

        var argument = arguments.FirstOrDefault(argument => argument.Batch is not null);
        if (argument is not { Type.Item.Kind: CSharpKind.Text, IsRequired: true } || operation.Method != "get" || result is not { Kind: CSharpKind.Model })
        {
            problems.Add(entry.Place, ProblemKind.Unsupported, $"{operation.Id}: x-batch names a required list of ids in the query of a GET whose response is an object.");
        }
    }

    /// <summary>The schema without its largest count, which the batches keep.</summary>
    private SpecMap Unlimited(SpecMap schema)
    {
        var unlimited = new SpecMap(schema.Place);
        foreach (var entry in types.Resolved(schema).Entries.Where(entry => entry.Key != "maxItems"))
        {
            unlimited.TryAdd(entry);
        }

        return unlimited;
    }

    private string CallOf(SpecOperation operation, IReadOnlyList<OperationArgument> arguments)
    {
        var path = PathParameter().Replace(operation.Path, match =>
            $"{{{arguments.FirstOrDefault(argument => argument.Wire == match.Groups[1].Value && argument.Type.IsScalar)?.Value ?? "default(string)"}}}");
        var method = operation.Method == "patch" ? "AmityRequest.Patch" : $"HttpMethod.{CSharpName.Pascal(operation.Method)}";
        var repeat = operation.Node.Text("x-repeat") == "safe" ? "Safe" : "UnlessSent";
        var done = operation.Node.List("x-done-after-retry").OfType<SpecScalar>().Select(scalar => scalar.Text).ToList();
        foreach (var wrong in operation.Node.List("x-done-after-retry").Where(item => item is not SpecScalar { Whole: >= 400 and < 1_000_000 }))
        {
            problems.Add(wrong.Place, ProblemKind.Unsupported, $"{operation.Id}: x-done-after-retry lists statuses such as 404, or codes such as 400316.");
        }

        var settings = new[]
        {
            done.Count > 0 ? $"DoneAfterRetry = [{string.Join(", ", done)}]" : null,
            operation.Node.IsTrue("x-wrapped") ? "IsWrapped = true" : null,
        }.OfType<string>().ToList();
        var initializer = settings.Count > 0 ? $" {{ {string.Join(", ", settings)} }}" : string.Empty;
        return $"new AmityRequest({method}, \"{operation.Id}\", Repeat.{repeat}, $\"{path}\"){initializer}";
    }

    /// <summary>What a caller must give comes first, in the order of the spec, with the body behind the parameters.</summary>
    private static IEnumerable<OperationArgument> Sorted(IEnumerable<OperationArgument> arguments) => arguments.OrderBy(argument => argument.IsRequired ? 0 : 1);

    private void CheckNames(SpecOperation operation, IReadOnlyList<OperationArgument> arguments)
    {
        var taken = new HashSet<string>(Taken, StringComparer.Ordinal);
        foreach (var argument in arguments.Where(argument => !CSharpName.IsValid(argument.Name) || !taken.Add(argument.Name)))
        {
            problems.Add(operation.Place, ProblemKind.Name, $"{operation.Id}: the argument '{argument.Wire}' would be named '{argument.Name}', which C# does not take or which is taken: give it another by x-name.");
        }
    }

    private SpecMap? TagOf(SpecOperation operation) => spec.Root.List("tags").OfType<SpecMap>().FirstOrDefault(tag => tag.Text("name") == operation.Tag);

    private static JsonArray Lines(IEnumerable<string> lines) => new([.. lines.Select(line => JsonValue.Create(line))]);

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex PathParameter();
}

/// <summary>One argument of an operation.</summary>
/// <param name="Wire">Its name in the request; empty for the body.</param>
/// <param name="Name">Its name in C#.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsRequired">Whether a caller must give it.</param>
/// <param name="Doc">What it is for.</param>
internal sealed record OperationArgument(string Wire, string Name, CSharpType Type, bool IsRequired, string Doc)
{
    public SpecMap? Schema { get; init; }

    public IReadOnlyList<string> Checks { get; init; } = [];

    public IReadOnlyList<string> Sends { get; init; } = [];

    /// <summary>The arguments that cut it into batches; null when it is sent as it is.</summary>
    public string? Batch { get; init; }

    public string Value => CSharpName.Escaped(Name);

    public JsonObject ToJson() => new()
    {
        ["declaration"] = $"{Type.Name}{(IsRequired ? string.Empty : "?")} {Value}{(IsRequired ? string.Empty : " = null")}",
        ["name"] = Name,
        ["doc"] = Doc.Trim(),
    };
}
