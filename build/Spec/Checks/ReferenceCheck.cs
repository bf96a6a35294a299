using Amity.Spec.Parts;

namespace Amity.Spec.Checks;

/// <summary>Every reference points to something, and everything under components is used.</summary>
internal sealed class ReferenceCheck(MergedSpec spec, SpecProblems problems)
{
    private readonly HashSet<SpecMap> _used = new(ReferenceEqualityComparer.Instance);

    public void Run()
    {
        foreach (var operation in spec.Operations)
        {
            Visit(operation.Node, operation.Id);
        }

        var schemes = new[] { spec.Root }.Concat(spec.Operations.Select(operation => operation.Node))
            .SelectMany(node => node.List("security")).OfType<SpecMap>().SelectMany(scheme => scheme.Entries).ToList();
        foreach (var scheme in schemes)
        {
            Use(MergedSpec.ReferencePrefix + "securitySchemes/" + scheme.Key, scheme.Place, "security");
        }

        foreach (var component in (spec.Root.Map("components")?.Entries ?? []).SelectMany(section => (section.Value as SpecMap)?.Entries ?? []))
        {
            if (component.Value is SpecMap map && !_used.Contains(map))
            {
                problems.Add(component.Place, ProblemKind.Unused, $"Nothing uses {component.Key}.");
            }
        }
    }

    private void Visit(SpecNode node, string where)
    {
        if (node is SpecList list)
        {
            foreach (var item in list.Items)
            {
                Visit(item, where);
            }
        }
        else if (node is SpecMap map)
        {
            foreach (var entry in map.Entries.Where(entry => entry.Key is not ("example" or "examples" or "default")))
            {
                if (entry is { Key: "$ref", Value: SpecScalar reference })
                {
                    Use(reference.Text, entry.Place, where);
                }
                else
                {
                    Visit(entry.Value, where);
                }
            }
        }
    }

    private void Use(string reference, Place place, string where)
    {
        if (spec.Find(reference) is not { } target)
        {
            problems.Add(place, ProblemKind.DanglingReference, $"{where}: '{reference}' points to nothing; a reference is written #/components/..., whatever part it stands in.");
        }
        else if (_used.Add(target))
        {
            Visit(target, reference.Split('/')[^1]);
        }
    }
}
