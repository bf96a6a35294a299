using Amity.Spec.Parts;

namespace Amity.Spec.Checks;

/// <summary>Every reference points to something, and everything under components is used.</summary>
internal sealed class ReferenceCheck(MergedSpec spec, SpecProblems problems)
{
    public void Run()
    {
        var schemes = SchemesOf(spec.Root, "security").ToHashSet(StringComparer.Ordinal);
        foreach (var operation in spec.Operations)
        {
            CheckReferences(operation.Node, operation.Id);
            schemes.UnionWith(SchemesOf(operation.Node, operation.Id));
        }

        var used = spec.Used();
        foreach (var component in spec.Components)
        {
            CheckReferences(component.Node, component.Name);
            if (!used.Contains(component.Reference) && !schemes.Contains(component.Reference))
            {
                problems.Add(component.Place, ProblemKind.Unused, $"Nothing uses {component.Name}.");
            }
        }
    }

    private void CheckReferences(SpecNode node, string where)
    {
        foreach (var reference in MergedSpec.References(node))
        {
            Check((reference.Value as SpecScalar)?.Text ?? string.Empty, reference.Place, where);
        }
    }

    /// <summary>The security schemes that a node names, as references.</summary>
    private List<string> SchemesOf(SpecMap node, string where)
    {
        var schemes = node.List("security").OfType<SpecMap>().SelectMany(scheme => scheme.Entries).ToList();
        foreach (var scheme in schemes)
        {
            Check(ReferenceTo(scheme), scheme.Place, where);
        }

        return [.. schemes.Select(ReferenceTo)];

        static string ReferenceTo(SpecEntry scheme) => MergedSpec.ReferenceTo("securitySchemes", scheme.Key);
    }

    private void Check(string reference, Place place, string where)
    {
        if (spec.Find(reference) is null)
        {
            problems.Add(
                place,
                ProblemKind.DanglingReference,
                $"{where}: '{reference}' points to nothing; a reference is written #/components/..., whatever part it stands in.");
        }
    }
}
