using Amity.Spec.Parts;

namespace Amity.Spec.Shaping;

/// <summary>
/// Writes an <c>allOf</c> of objects as the one object that it describes, and leaves out what only served as a part of one.
/// </summary>
internal sealed class AllOf(MergedSpec spec, SpecProblems problems)
{
    private readonly HashSet<SpecNode> _open = new(ReferenceEqualityComparer.Instance);

    public void Run()
    {
        foreach (var component in spec.Components)
        {
            FlattenBelow(component.Node, component.Name);
        }

        foreach (var operation in spec.Operations)
        {
            FlattenBelow(operation.Node, operation.Id);
        }

        var used = spec.Used();
        foreach (var name in spec.Schemas.Entries.Select(schema => schema.Key).ToList())
        {
            if (!used.Contains(MergedSpec.ReferenceTo("schemas", name)))
            {
                spec.Schemas.Remove(name);
            }
        }
    }

    private void FlattenBelow(SpecNode node, string where)
    {
        _open.Add(node);
        foreach (var schema in MergedSpec.Descriptions(node).ToList())
        {
            if (schema["allOf"] is SpecList parts)
            {
                Flatten(schema, parts, where);
            }
        }

        _open.Remove(node);
    }

    private void Flatten(SpecMap schema, SpecList parts, string where)
    {
        var required = new List<SpecNode>();
        var properties = new SpecMap(parts.Place);
        foreach (var part in parts.Items.OfType<SpecMap>())
        {
            AddPart(part, where, required, properties);
        }

        Add(schema, where, required, properties);
        schema.Remove("allOf");
        schema.Set("type", new SpecScalar("object", isPlain: false, schema.Place));
        if (required.Count > 0)
        {
            schema.Set("required", new SpecList(required, schema.Place));
        }

        schema.Set("properties", properties);
    }

    private void AddPart(SpecMap part, string where, List<SpecNode> required, SpecMap properties)
    {
        if (spec.Resolve(part) is not { } schema)
        {
            return;
        }

        if (_open.Contains(schema))
        {
            problems.Add(part.Place, ProblemKind.Unsupported, $"{where}: this allOf is a part of itself.");
            return;
        }

        // A part may have an allOf itself, which may be written further down.
        FlattenBelow(schema, part.Text("$ref") is { } reference ? MergedSpec.NameOf(reference) : where);
        if (schema.Map("properties") is null)
        {
            problems.Add(part.Place, ProblemKind.Unsupported, $"{where}: allOf is supported for objects with properties only.");
        }

        Add(schema, where, required, properties);
    }

    private void Add(SpecMap schema, string where, List<SpecNode> required, SpecMap properties)
    {
        required.AddRange(schema.List("required"));
        foreach (var property in schema.Map("properties")?.Entries ?? [])
        {
            if (!properties.TryAdd(property))
            {
                var first = properties.Find(property.Key)!.Place;
                problems.AddDuplicate($"{where}: the field {property.Key} of this allOf", property.Place, first);
            }
        }
    }
}
