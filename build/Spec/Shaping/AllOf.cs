using Amity.Spec.Parts;

namespace Amity.Spec.Shaping;

/// <summary>Writes an <c>allOf</c> of objects as the one object that it describes.</summary>
internal sealed class AllOf(MergedSpec spec, SpecProblems problems)
{
    public void Run()
    {
        foreach (var schema in spec.Schemas.Entries.ToList())
        {
            spec.Schemas.Replace(schema.Key, Flatten(schema.Value, schema.Key));
        }

        spec.Root.Map("paths")?.Entries.ToList().ForEach(path => Flatten(path.Value, path.Key));
    }

    /// <summary>The node, or the object that is to stand in its place.</summary>
    private SpecNode Flatten(SpecNode node, string where)
    {
        if (node is SpecList list)
        {
            for (var i = 0; i < list.Items.Count; i++)
            {
                list.Replace(i, Flatten(list.Items[i], where));
            }

            return list;
        }

        if (node is not SpecMap map)
        {
            return node;
        }

        foreach (var entry in map.Entries.Where(entry => entry.Key is not ("example" or "examples" or "default")).ToList())
        {
            map.Replace(entry.Key, Flatten(entry.Value, where));
        }

        return map["allOf"] is SpecList parts ? Merge(map, parts, where) : map;
    }

    private SpecMap Merge(SpecMap schema, SpecList parts, string where)
    {
        var whole = new SpecMap(schema.Place);
        var properties = new SpecMap(parts.Place);
        var required = new List<SpecNode>();
        foreach (var part in parts.Items.OfType<SpecMap>().Append(schema))
        {
            if (spec.Resolve(part) is not { } resolved)
            {
                continue;
            }

            // A part may be an allOf itself, which is not flattened yet when it is written further down.
            var fields = part == schema ? resolved : Flatten(resolved, where) as SpecMap;
            if (part != schema && fields!.Map("properties") is null)
            {
                problems.Add(part.Place, ProblemKind.Unsupported, $"{where}: allOf is supported for objects with properties only.");
            }

            required.AddRange(fields!.List("required"));
            foreach (var property in fields.Map("properties")?.Entries ?? [])
            {
                if (!properties.TryAdd(property))
                {
                    problems.Add(property.Place, ProblemKind.Duplicate, $"{where}: the field {property.Key} is also in another part of the allOf.");
                }
            }
        }

        foreach (var entry in schema.Entries.Where(entry => entry.Key is not ("allOf" or "properties" or "required" or "type")))
        {
            whole.TryAdd(entry);
        }

        whole.TryAdd(new SpecEntry("type", new SpecScalar("object", isPlain: false, schema.Place), schema.Place));
        if (required.Count > 0)
        {
            whole.TryAdd(new SpecEntry("required", new SpecList(required, schema.Place), schema.Place));
        }

        whole.TryAdd(new SpecEntry("properties", properties, parts.Place));
        return whole;
    }
}
