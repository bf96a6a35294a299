using System.Text.Json.Nodes;
using Amity.Spec.Parts;

namespace Amity.Spec.CSharp;

/// <summary>Plans the C# of an operation: its signature, its checks, what it puts into the request, and how the response is read.</summary>
internal sealed class OperationPlan(MergedSpec spec, TypeMap types, ArgumentChecks checks, SpecProblems problems)
{
    /// <summary>Names that the generated method uses itself.</summary>
    private static readonly string[] Taken = ["call", "batch", "i", "cancellationToken"];

    private readonly ParameterPlan _parameters = new(types, checks, problems);
    private readonly BodyPlan _bodies = new(types, checks, problems);
    private readonly ResultPlan _results = new(spec, types, problems);
    private readonly SchemePlan _schemes = new(spec, problems);

    public JsonObject Plan(SpecOperation operation)
    {
        var arguments = spec.ParametersOf(operation).Select(parameter => _parameters.Plan(operation, parameter)).ToList();
        if (operation.Node.Map("requestBody") is { } body && _bodies.Plan(operation, body) is { } request)
        {
            arguments.Add(request);
        }

        CheckNames(operation, arguments);
        var client = CSharpName.Pascal(operation.Tag ?? string.Empty) + "Client";
        var result = _results.Plan(operation);
        CheckBatch(operation, arguments, result.Type);
        CheckDoneAfterRetry(operation, result);
        CheckWrapped(operation, result.Type);
        return new JsonObject
        {
            ["file"] = GeneratedFile.Of(TagOf(operation)?.Place ?? operation.Place, client),
            ["interfaceFile"] = GeneratedFile.Of(TagOf(operation)?.Place ?? operation.Place, "I" + client),
            ["client"] = (TagOf(operation)?.Text("description") ?? string.Empty).Trim().TrimEnd('.'),
            ["returns"] = result.Returns,
            ["method"] = CSharpName.Pascal(operation.Id) + "Async",
            ["args"] = new JsonArray([.. Sorted(arguments).Select(argument => argument.ToJson())]),
            ["checks"] = CSharpPlan.Lines(arguments.SelectMany(argument => argument.Checks)),
            ["call"] = CallOf(operation, arguments),
            ["lines"] = CSharpPlan.Lines(arguments.SelectMany(argument => argument.Sends)),
            ["done"] = DoneOf(operation),
            ["batch"] = arguments.FirstOrDefault(argument => argument.Batch is not null)?.Batch,
            ["send"] = result.Send,
            ["read"] = result.Read,
        };
    }

    private void CheckBatch(SpecOperation operation, IReadOnlyList<OperationArgument> arguments, CSharpType? result)
    {
        if (operation.Node.Find("x-batch") is not { } entry)
        {
            return;
        }

        var ids = arguments.FirstOrDefault(argument => argument.Batch is not null);
        var isGetOfObject = operation.Method == "get" && result?.Kind == CSharpKind.Model;
        if (!isGetOfObject || ids is not { Type.Item.Kind: CSharpKind.Text, IsRequired: true })
        {
            problems.Add(
                entry.Place,
                ProblemKind.Unsupported,
                $"{operation.Id}: x-batch names a required list of ids in the query of a GET whose response is an object.");
        }
    }

    private void CheckDoneAfterRetry(SpecOperation operation, OperationResult result)
    {
        if (operation.Node.Find("x-done-after-retry") is { } entry && result != OperationResult.Empty && result.Type?.Kind != CSharpKind.Model)
        {
            problems.Add(
                entry.Place,
                ProblemKind.Unsupported,
                $"{operation.Id}: x-done-after-retry is supported where the response is an object or empty.");
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

    private string CallOf(SpecOperation operation, IReadOnlyList<OperationArgument> arguments)
    {
        // One that is missing has its own problem already.
        var path = operation.PathWith(name =>
            $"{{{arguments.FirstOrDefault(argument => argument.IsInPath && argument.Wire == name)?.Value}}}");
        var method = operation.Method == "patch" ? "AmityRequest.Patch" : $"HttpMethod.{CSharpName.Pascal(operation.Method)}";
        var repeat = operation.Node.Text("x-repeat") == "safe" ? "Safe" : "UnlessSent";
        var settings = new[]
        {
            DoneOf(operation) is not null ? $"DoneAfterRetry = {DoneName(operation)}" : null,
            operation.Node.IsTrue("x-wrapped") ? "IsWrapped = true" : null,
            _schemes.Plan(operation) is { } scheme ? $"Scheme = Scheme.{scheme}" : null,
        }.OfType<string>().ToList();
        var initializer = settings.Count > 0 ? $" {{ {string.Join(", ", settings)} }}" : string.Empty;
        return $"new AmityRequest({method}, \"{operation.Id}\", Repeat.{repeat}, $\"{path}\"){initializer}";
    }

    /// <summary>The list of what means done, in a field of its own, so that no call has to make it; null without one.</summary>
    private static string? DoneOf(SpecOperation operation) =>
        operation.Node.List("x-done-after-retry").Count > 0
            ? $"{DoneName(operation)} = [{string.Join(", ", operation.Node.Texts("x-done-after-retry"))}]"
            : null;

    private static string DoneName(SpecOperation operation) => $"{CSharpName.Pascal(operation.Id)}DoneAfterRetry";

    /// <summary>What a caller must give comes first, in the order of the spec, with the body behind the parameters.</summary>
    private static IEnumerable<OperationArgument> Sorted(IEnumerable<OperationArgument> arguments) =>
        arguments.OrderBy(argument => argument.IsRequired ? 0 : 1);

    private void CheckNames(SpecOperation operation, IReadOnlyList<OperationArgument> arguments)
    {
        var taken = new HashSet<string>(Taken, StringComparer.Ordinal);
        foreach (var argument in arguments.Where(argument => !CSharpName.IsValidArgument(argument.Name) || !taken.Add(argument.Name)))
        {
            problems.Add(
                argument.Place,
                ProblemKind.Name,
                $"{operation.Id}: {argument.What} would be the argument '{argument.Name}', which C# does not take or which is taken: "
                + "give it another name by x-name.");
        }
    }

    private SpecMap? TagOf(SpecOperation operation) =>
        spec.Root.List("tags").OfType<SpecMap>().FirstOrDefault(tag => tag.Text("name") == operation.Tag);
}
