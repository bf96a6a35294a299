using System.Text.RegularExpressions;
using Amity.Spec.Parts;

namespace Amity.Spec.Checks;

/// <summary>What each operation has to say: an id of its own, one tag, words, its path parameters, its repeat rule.</summary>
internal sealed partial class OperationCheck(MergedSpec spec, SpecProblems problems)
{
    private static readonly string[] Needed = ["operationId", "tags", "summary", "responses", "x-repeat"];

    public void Run()
    {
        var tags = spec.Root.List("tags").OfType<SpecMap>().Select(tag => tag.Text("name")).ToHashSet();
        foreach (var operation in spec.Operations)
        {
            foreach (var key in Needed.Where(key => operation.Node.Find(key) is null))
            {
                problems.Add(operation.Place, ProblemKind.Missing, $"{operation.Id}: {key} is missing.");
            }

            if (operation.Tag is { } tag && (!tags.Contains(tag) || operation.Node.List("tags").Count > 1))
            {
                problems.Add(operation.Place, ProblemKind.Missing, $"{operation.Id}: an operation has one tag, and that is described in a part of its area.");
            }

            if (operation.Node.Text("x-repeat") is { } repeat and not ("safe" or "unless-sent"))
            {
                problems.Add(operation.Node["x-repeat"]!.Place, ProblemKind.Missing, $"{operation.Id}: x-repeat is '{repeat}'; it is safe or unless-sent.");
            }

            CheckPath(operation);
        }

        foreach (var same in spec.Operations.Where(operation => operation.Node.Find("operationId") is not null).GroupBy(operation => operation.Id).Where(group => group.Count() > 1))
        {
            var (first, last) = (same.First().Place, same.Last().Node["operationId"]!.Place);
            problems.Add(last, ProblemKind.Duplicate, $"The operation id {same.Key} is also in {first.File}, line {first.Line}.");
        }
    }

    private void CheckPath(SpecOperation operation)
    {
        var template = PathParameter().Matches(operation.Path).Select(match => match.Groups[1].Value).ToList();
        var declared = operation.Node.List("parameters").OfType<SpecMap>().Select(spec.Resolve).OfType<SpecMap>()
            .Where(parameter => parameter.Text("in") == "path").ToList();
        foreach (var name in template.Where(name => declared.All(parameter => parameter.Text("name") != name)))
        {
            problems.Add(operation.Place, ProblemKind.PathParameter, $"{operation.Id}: the path has {{{name}}}, and no parameter is declared for it.");
        }

        foreach (var parameter in declared)
        {
            var name = parameter.Text("name");
            if (!template.Contains(name!))
            {
                problems.Add(parameter.Place, ProblemKind.PathParameter, $"{operation.Id}: the path parameter {name} is not in the path {operation.Path}.");
            }
            else if (!parameter.IsTrue("required"))
            {
                problems.Add(parameter.Place, ProblemKind.PathParameter, $"{operation.Id}: the path parameter {name} has to be required.");
            }
        }
    }

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex PathParameter();
}
