using System.Text.Json.Nodes;
using Amity.Spec.Parts;

namespace Amity.Spec.CSharp;

/// <summary>Plans the C# of an operation: its signature, its checks, what it puts into the request, and how the response is read.</summary>
internal sealed class OperationPlan(MergedSpec spec, TypeMap types, ArgumentChecks checks, SchemaUsage usage, SpecProblems problems)
{
    /// <summary>Names that the generated method uses itself.</summary>
    private static readonly string[] Taken = ["call", "batch", "i", "page", "response", "transport", "options", "cancellationToken"];

    /// <summary>Names that the class of the options has itself.</summary>
    private static readonly string[] TakenByOptions =
        ["Validate", "Equals", "ReferenceEquals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Guard"];

    private readonly ParameterPlan _parameters = new(spec, types, checks, problems);
    private readonly BodyPlan _bodies = new(types, checks, problems);
    private readonly BulkPlan _bulk = new(spec, types, problems);
    private readonly ResultPlan _results = new(spec, types, usage, problems);
    private readonly SchemePlan _schemes = new(spec, problems);

    public JsonObject Plan(SpecOperation operation)
    {
        var all = spec.ParametersOf(operation).SelectMany(parameter => _parameters.Plan(operation, parameter)).ToList();
        if (operation.Node.Map("requestBody") is { } body && _bodies.Plan(operation, body) is { } request)
        {
            all.Add(request);
        }

        var arguments = Sorted(all.Where(argument => !argument.IsOption)).ToList();
        var options = all.Where(argument => argument.IsOption).ToList();
        CheckNames(operation, arguments, options);
        var result = _results.Plan(operation);
        CheckBatch(operation, all, result);
        var token = result.Kind == ResultKind.Page ? TokenOf(operation, all) : null;
        CheckDoneAfterRetry(operation, result);
        CheckWrapped(operation, result.Body);
        var client = CSharpName.ClientOf(operation.Tag);
        var place = TagOf(operation)?.Place ?? operation.Place;
        return new JsonObject
        {
            ["file"] = GeneratedFile.Of(place, client),
            ["client"] = (TagOf(operation)?.Text("description") ?? string.Empty).Trim().TrimEnd('.'),
            ["returns"] = result.Returns,
            ["result"] = result.Doc,
            ["method"] = MethodOf(operation.Id),
            ["replacement"] = operation.Node.Text("x-replaced-by") is { } replacement ? MethodOf(replacement) : null,
            ["args"] = new JsonArray([.. arguments.Select(argument => argument.ToJson())]),
            ["options"] = OptionsOf(operation, options, place),
            ["checks"] = CSharpPlan.Lines(arguments.SelectMany(argument => argument.Checks)),
            ["call"] = CallOf(operation, arguments),
            ["settings"] = CSharpPlan.Lines(SettingsOf(operation)),
            ["lines"] = CSharpPlan.Lines(all.Where(argument => argument != token).SelectMany(argument => argument.Sends)),
            ["done"] = DoneOf(operation),
            ["batch"] = all.FirstOrDefault(argument => argument.Batch is not null)?.Batch,
            ["page"] = result.Kind == ResultKind.Page,
            ["token"] = token is null ? null : $"\"{CSharpName.Literal(token.Wire)}\", {token.Value}",
            ["reads"] = result.Call,
            ["read"] = result.Read,
            ["bulk"] = _bulk.Plan(operation, arguments, result),
        };
    }

    /// <summary>The name of the class of an operation's options.</summary>
    public static string OptionsOf(SpecOperation operation) => CSharpName.Pascal(operation.Id) + "Options";

    private static string MethodOf(string id) => CSharpName.Pascal(id) + "Async";

    /// <summary>The class of an operation's options; null without any.</summary>
    private static JsonObject? OptionsOf(SpecOperation operation, List<OperationArgument> options, Place place)
    {
        var name = OptionsOf(operation);
        return options.Count == 0 ? null : new JsonObject
        {
            ["name"] = name,
            ["file"] = GeneratedFile.Of(place, name),
            ["members"] = new JsonArray([.. options.Select(option => option.ToJson())]),
            ["checks"] = CSharpPlan.Lines(options.SelectMany(option => option.Checks)),
        };
    }

    private void CheckBatch(SpecOperation operation, IReadOnlyList<OperationArgument> arguments, OperationResult result)
    {
        if (operation.Node.Find("x-batch") is not { } entry)
        {
            return;
        }

        var ids = arguments.FirstOrDefault(argument => argument.Batch is not null);
        var isGetOfObject = operation.Method == "get" && result is { Kind: ResultKind.Response or ResultKind.All, Body.Kind: CSharpKind.Model };
        if (!isGetOfObject || ids is not { Type.Item.Kind: CSharpKind.Text, IsRequired: true })
        {
            problems.Add(
                entry.Place,
                ProblemKind.Unsupported,
                $"{operation.Id}: x-batch names a required list of ids in the query of a GET whose response is an object.");
        }
    }

    /// <summary>The token of a page, without which each would be the first.</summary>
    private OperationArgument? TokenOf(SpecOperation operation, IEnumerable<OperationArgument> arguments)
    {
        var tokens = arguments.Where(argument => argument.Schema is { } schema && types.IsToken(schema)).ToList();
        if (tokens is [{ IsOption: true, IsInQuery: true } token])
        {
            return token;
        }

        problems.Add(
            operation.Node.Find("x-result")!.Place,
            ProblemKind.Unsupported,
            $"{operation.Id}: a page is asked for by one optional parameter of the query with format token, or by one such field of an optional "
            + "object with style: deepObject.");
        return null;
    }

    private void CheckDoneAfterRetry(SpecOperation operation, OperationResult result)
    {
        if (operation.Node.Find("x-done-after-retry") is { Value: SpecList } entry && !result.CanBeConfirmed)
        {
            problems.Add(
                entry.Place,
                ProblemKind.Unsupported,
                $"{operation.Id}: x-done-after-retry is supported where the result is none, a confirmation or one.");
        }

        foreach (var code in operation.Node.List("x-done-after-retry").Where(code => code is not SpecScalar { Whole: >= 400 and < 1_000_000 }))
        {
            problems.Add(
                code.Place,
                ProblemKind.Unsupported,
                $"{operation.Id}: x-done-after-retry lists statuses such as 404, or codes such as 400316.");
        }
    }

    private void CheckWrapped(SpecOperation operation, CSharpType? result)
    {
        if (!operation.Node.IsTrue("x-wrapped"))
        {
            return;
        }

        var place = operation.Node.Find("x-wrapped")!.Place;
        if (result is null)
        {
            problems.Add(place, ProblemKind.Unsupported, $"{operation.Id}: x-wrapped is supported where the response has a body.");
        }
        else if (spec.Schemas.Map(result.Name)?.Map("properties") is { } fields && fields.Find("status") is not null && fields.Find("data") is not null)
        {
            problems.Add(
                place,
                ProblemKind.Unsupported,
                $"{operation.Id}: {result.Name} has the fields status and data itself, and cannot be told from its wrapper: leave x-wrapped out.");
        }
    }

    private static string CallOf(SpecOperation operation, IReadOnlyList<OperationArgument> arguments)
    {
        // One that is missing has its own problem already.
        var path = operation.PathWith(name =>
            $"{{{arguments.FirstOrDefault(argument => argument.IsInPath && argument.Wire == name)?.Value}}}");
        var method = operation.Method == "patch" ? "AmityRequest.Patch" : $"HttpMethod.{CSharpName.Pascal(operation.Method)}";
        var repeat = operation.Node.Text("x-repeat") == "safe" ? "Safe" : "UnlessSent";
        return $"new AmityRequest({method}, \"{operation.Id}\", Repeat.{repeat}, $\"{path}\")";
    }

    /// <summary>What a request is besides its address, as the properties of its initializer.</summary>
    private IEnumerable<string> SettingsOf(SpecOperation operation) => new[]
    {
        DoneOf(operation) is not null ? $"DoneAfterRetry = {DoneName(operation)}" : null,
        operation.Node.IsTrue("x-wrapped") ? "IsWrapped = true" : null,
        _schemes.Plan(operation) is { } scheme ? $"Scheme = Scheme.{scheme}" : null,
    }.OfType<string>();

    /// <summary>The list of what means done, in a field of its own, so that no call has to make it; null without one.</summary>
    private static string? DoneOf(SpecOperation operation) =>
        operation.Node.List("x-done-after-retry").Count > 0
            ? $"{DoneName(operation)} = [{string.Join(", ", operation.Node.Texts("x-done-after-retry"))}]"
            : null;

    private static string DoneName(SpecOperation operation) => $"{CSharpName.Pascal(operation.Id)}DoneAfterRetry";

    /// <summary>What a caller must give comes first, in the order of the spec, with the body behind the parameters.</summary>
    private static IEnumerable<OperationArgument> Sorted(IEnumerable<OperationArgument> arguments) =>
        arguments.OrderBy(argument => argument.IsRequired ? 0 : 1);

    private void CheckNames(SpecOperation operation, IReadOnlyList<OperationArgument> arguments, IReadOnlyList<OperationArgument> options)
    {
        var taken = new HashSet<string>(Taken, StringComparer.Ordinal);
        var takenByOptions = new HashSet<string>(TakenByOptions, StringComparer.Ordinal) { OptionsOf(operation) };
        var wrong = arguments.Where(argument => !CSharpName.IsValidArgument(argument.Name) || !taken.Add(argument.Name))
            .Concat(options.Where(option => !CSharpName.IsValid(option.Name) || !takenByOptions.Add(option.Name)));
        foreach (var argument in wrong)
        {
            problems.Add(
                argument.Place,
                ProblemKind.Name,
                $"{operation.Id}: {argument.What} would be the {(argument.IsOption ? "option" : "argument")} '{argument.Name}', which C# does not take or "
                + "which is taken: "
                + "give it another name by x-name.");
        }
    }

    private SpecMap? TagOf(SpecOperation operation) =>
        spec.Root.List("tags").OfType<SpecMap>().FirstOrDefault(tag => tag.Text("name") == operation.Tag);
}
