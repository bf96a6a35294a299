using System.Text.RegularExpressions;
using Amity.Spec.CSharp;
using Amity.Spec.Parts;

namespace Amity.Spec.Checks;

/// <summary>What each operation has to say: an id of its own, one tag, its parameters, its responses, its repeat rule.</summary>
internal sealed partial class OperationCheck(MergedSpec spec, SpecProblems problems)
{
    private static readonly string[] Needed = ["operationId", "tags", "responses", "x-repeat", "x-result"];
    private static readonly string[] NeededOfParameters = ["name", "in", "schema"];

    public void Run()
    {
        var tags = spec.Root.List("tags").OfType<SpecMap>().Select(tag => tag.Text("name")).ToHashSet();
        CheckTags();
        foreach (var operation in spec.Operations)
        {
            problems.AddMissing(operation.Node, Needed, operation.Id, operation.Place);
            if (operation.Node["tags"] is SpecList list && (list.Items.Count != 1 || !tags.Contains(operation.Tag)))
            {
                problems.Add(
                    list.Place,
                    ProblemKind.Missing,
                    $"{operation.Id}: an operation has one tag, and that is described in a part of its area.");
            }

            if (operation.Node.Text("x-repeat") is { } repeat and not ("safe" or "unless-sent"))
            {
                problems.Add(
                    operation.Node["x-repeat"]!.Place,
                    ProblemKind.Unsupported,
                    $"{operation.Id}: x-repeat is safe or unless-sent, and not {repeat}.");
            }

            CheckPath(operation);
            CheckStatuses(operation);
            CheckReplacement(operation);
        }

        foreach (var (parameter, where) in spec.Parameters)
        {
            problems.AddMissing(parameter, NeededOfParameters, where, parameter.Place);
        }

        CheckIds();
    }

    /// <summary>A tag names a client.</summary>
    private void CheckTags()
    {
        foreach (var same in spec.Root.List("tags").OfType<SpecMap>().GroupBy(tag => CSharpName.Pascal(tag.Text("name") ?? string.Empty)))
        {
            if (!CSharpName.IsValid(same.Key))
            {
                problems.Add(same.First().Place, ProblemKind.Name, $"The tag '{same.First().Text("name")}' cannot be the name of a client.");
            }

            // One of the very name has its own problem already.
            foreach (var tag in same.Skip(1).Where(tag => tag.Text("name") != same.First().Text("name")))
            {
                problems.AddDuplicate($"The client of the tag '{tag.Text("name")}', {same.Key}Client,", tag.Place, same.First().Place);
            }
        }
    }

    private void CheckPath(SpecOperation operation)
    {
        if (!Path().IsMatch(operation.Path))
        {
            problems.Add(
                operation.Place,
                ProblemKind.Unsupported,
                $"{operation.Id}: the path {operation.Path} is not supported: it begins with a slash, and has no query and nothing to be escaped.");
        }

        var template = operation.PathNames.ToHashSet(StringComparer.Ordinal);
        var declared = spec.ParametersOf(operation).Where(parameter => parameter.Text("in") == "path")
            .ToLookup(parameter => parameter.Text("name"));
        foreach (var name in template.Where(name => !declared.Contains(name)))
        {
            problems.Add(
                operation.Place,
                ProblemKind.PathParameter,
                $"{operation.Id}: the path has {{{name}}}, and no parameter is declared for it.");
        }

        foreach (var (name, parameter) in declared.SelectMany(same => same.Select(parameter => (same.Key, parameter))))
        {
            if (name is null || !template.Contains(name))
            {
                problems.Add(
                    parameter.Place,
                    ProblemKind.PathParameter,
                    $"{operation.Id}: the path parameter {name} is not in the path {operation.Path}.");
            }
            else if (!parameter.IsTrue("required"))
            {
                problems.Add(parameter.Place, ProblemKind.PathParameter, $"{operation.Id}: the path parameter {name} has to be required.");
            }
        }
    }

    private void CheckStatuses(SpecOperation operation)
    {
        foreach (var response in (operation.Node.Map("responses")?.Entries ?? []).Where(response => !Status().IsMatch(response.Key)))
        {
            problems.Add(
                response.Place,
                ProblemKind.Unsupported,
                $"{operation.Id}: '{response.Key}' is not a status; each is written out, such as 404.");
        }
    }

    /// <summary>Whoever is told to call an operation no longer is told which to call instead.</summary>
    private void CheckReplacement(SpecOperation operation)
    {
        var replacement = operation.Node.Find("x-replaced-by");
        if (operation.Node.IsTrue("deprecated") != replacement is not null)
        {
            var place = (replacement ?? operation.Node.Find("deprecated"))!.Place;
            problems.Add(place, ProblemKind.Missing, $"{operation.Id}: deprecated: true and x-replaced-by stand together.");
        }
        else if (replacement is { Value: SpecScalar { Text: var id } }
            && !spec.Operations.Any(other => other.Id == id && !other.Node.IsTrue("deprecated")))
        {
            problems.Add(
                replacement.Value.Place,
                ProblemKind.DanglingReference,
                $"{operation.Id}: x-replaced-by is the id of an operation that is not deprecated, and {id} is none.");
        }
    }

    /// <summary>An id names an operation in messages and traces, and a method in C#.</summary>
    private void CheckIds()
    {
        var ids = spec.Operations.Select(operation => operation.Node["operationId"]).OfType<SpecScalar>().ToList();
        foreach (var id in ids.Where(id => !CSharpName.IsValid(id.Text)))
        {
            problems.Add(id.Place, ProblemKind.Name, $"'{id.Text}' cannot be the name of a method: letters and digits only.");
        }

        foreach (var same in ids.GroupBy(id => CSharpName.Pascal(id.Text)))
        {
            foreach (var id in same.Skip(1))
            {
                problems.AddDuplicate($"The operation id {id.Text}", id.Place, same.First().Place);
            }
        }
    }

    [GeneratedRegex(@"^/([A-Za-z0-9/._~:@!$&'()*+,;=-]|\{[^{}]*\})*$")]
    private static partial Regex Path();

    [GeneratedRegex("^[1-5][0-9][0-9]$")]
    private static partial Regex Status();
}
