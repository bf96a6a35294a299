using System.Text.Json.Nodes;
using Amity.Spec.Parts;

namespace Amity.Spec.CSharp;

/// <summary>Plans the method that runs an operation over any number of ids, by its <c>x-bulk</c>: the list of its request that holds them.</summary>
internal sealed class BulkPlan(TypeMap types, SpecProblems problems)
{
    /// <summary>The plan; null for an operation that has no such method.</summary>
    public JsonObject? Plan(SpecOperation operation, IReadOnlyList<OperationArgument> arguments, string client)
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
            || types.Resolved(list).Map("items") is not { } items || types.Resolved(items).Text("format") != "id")
        {
            problems.Add(
                entry.Place,
                ProblemKind.Unsupported,
                $"{operation.Id}: x-bulk names the only field of the request, a list of ids with maxItems.");
            return null;
        }

        var (argument, property) = (CSharpName.Escaped(CSharpName.Camel(wire)), list.Text("x-name") ?? CSharpName.Pascal(wire));
        var others = arguments.Where(other => other != body).ToList();
        return new JsonObject
        {
            ["method"] = "Bulk" + CSharpName.Pascal(operation.Id) + "Async",
            ["args"] = new JsonArray([.. others.Select(other => other.ToJson())]),
            ["argument"] = argument,
            ["most"] = most.Text,
            ["checks"] = CSharpPlan.Lines(others.SelectMany(other => other.Checks)),
            ["longest"] = types.Resolved(items).Text("maxLength") ?? "int.MaxValue",
            ["call"] = $"new {client}(observed).{CSharpName.Pascal(operation.Id)}Async("
                + string.Concat(others.Select(other => other.Value + ", "))
                + $"new {body!.Type.Name} {{ {property} = batch }}, cancellation)",
        };
    }
}
