using System.Text.Encodings.Web;
using System.Text.Json;
using Amity.Spec.Checks;
using Amity.Spec.CSharp;
using Amity.Spec.Parts;
using Amity.Spec.Shaping;

namespace Amity.Spec;

/// <summary>Makes the documents of a build from the parts in a folder.</summary>
internal static class SpecBuild
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Merges, checks and plans.</summary>
    /// <param name="folder">The folder of the parts.</param>
    /// <param name="contract">The merged contract, which everybody reads.</param>
    /// <param name="forNSwag">The contract with the plan of its C#, which NSwag reads.</param>
    /// <returns>What is wrong with the spec; empty when both documents are good.</returns>
    public static IReadOnlyList<string> Run(string folder, out string contract, out string forNSwag)
    {
        (contract, forNSwag) = (string.Empty, string.Empty);
        var problems = new SpecProblems();
        var spec = new SpecMerger(problems).Merge(folder);

        // What a part describes that cannot be read would be missing all over the others.
        if (problems.Has(ProblemKind.NotYaml))
        {
            return problems.Lines;
        }

        new KeywordCheck(spec, problems).Run();
        new ReferenceCheck(spec, problems).Run();
        new OperationCheck(spec, problems).Run();
        new DescriptionCheck(spec, problems).Run();
        new ExampleCheck(spec, problems).Run();
        new AllOf(spec, problems).Run();
        new InlineTypes(spec, problems).Run();
        new Examples(spec).Run();
        new ObserveCheck(spec, problems).Run();
        var document = spec.Root.ToJson();
        contract = document.ToJsonString(Options) + "\n";
        forNSwag = new CSharpPlan(spec, problems).Annotate(document.AsObject()).ToJsonString(Options) + "\n";
        return problems.Lines;
    }
}
