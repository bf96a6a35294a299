using System.Text.Json.Nodes;
using Amity.Spec.Parts;

namespace Amity.Spec.CSharp;

/// <summary>Plans the method that runs an operation over any number of ids, by its <c>x-bulk</c>: the list of its request that holds them.</summary>
internal sealed class BulkPlan(MergedSpec spec, TypeMap types, SpecProblems problems)
{
    /// <summary>Names that the generated method uses itself.</summary>
    private static readonly string[] Taken = ["batch", "transport", "options", "cancellationToken"];

    /// <summary>The plan; null for an operation that has no such method.</summary>
    public JsonObject? Plan(SpecOperation operation, IReadOnlyList<OperationArgument> arguments, OperationResult result)
    {
        if (operation.Node.Find("x-bulk") is not { } entry)
        {
            return null;
        }

        var body = arguments.FirstOrDefault(argument => argument is { Wire: "", Type.Kind: CSharpKind.Model });
        var schema = body is null ? null : operation.Node.Map("requestBody")?.Map("content")?.Map(MediaType.Json)?.Map("schema");
        var fields = schema is null ? [] : types.Resolved(schema).Map("properties")?.Entries ?? [];
        var wire = (entry.Value as SpecScalar)?.Text ?? string.Empty;
        if (fields is not [{ Value: SpecMap list } field] || field.Key != wire || list["maxItems"] is not SpecScalar { Whole: > 0 } most
            || types.Resolved(list).Map("items") is not { } items || types.Resolved(items).Text("format") != "id"
            || result.Kind == ResultKind.Page)
        {
            problems.Add(
                entry.Place,
                ProblemKind.Unsupported,
                $"{operation.Id}: x-bulk names the only field of the request, a list of ids with maxItems, of an operation whose result is no page.");
            return null;
        }

        var (name, method) = (CSharpName.Camel(CSharpName.OfField(wire, list)), "Bulk" + CSharpName.Pascal(operation.Id));
        var others = arguments.Where(other => other != body).ToList();
        CheckNames(operation, entry.Place, [.. others.Select(other => other.Name), name], method);
        var argument = CSharpName.Escaped(name);
        var limit = types.Resolved(items).Text("maxLength");
        return new JsonObject
        {
            ["name"] = method,
            ["method"] = method + "Async",
            ["args"] = new JsonArray([.. others.Select(other => other.ToJson())]),
            ["argument"] = argument,
            ["shown"] = name,
            ["most"] = most.Text,
            ["checks"] = CSharpPlan.Lines(others.SelectMany(other => other.Checks)),
            ["limit"] = limit,
            ["longest"] = limit ?? "int.MaxValue",
            ["call"] = CSharpName.Pascal(operation.Id) + "Call",
            ["body"] = $"new {body!.Type.Name} {{ {CSharpName.OfField(wire, list)} = batch }}",
        };
    }

    private void CheckNames(SpecOperation operation, Place place, IReadOnlyList<string> arguments, string method)
    {
        var taken = new HashSet<string>(Taken, StringComparer.Ordinal);
        foreach (var argument in arguments.Where(argument => !taken.Add(argument)))
        {
            problems.Add(
                place, ProblemKind.Name, $"{operation.Id}: the argument '{argument}' of {method}Async is taken: give it another name by x-name.");
        }

        if (spec.Operations.Any(other => CSharpName.Pascal(other.Id) == method))
        {
            problems.Add(place, ProblemKind.Name, $"{operation.Id}: another operation is called {method} already.");
        }
    }
}
