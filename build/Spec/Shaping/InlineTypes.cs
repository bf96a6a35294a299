using Amity.Spec.CSharp;
using Amity.Spec.Parts;

namespace Amity.Spec.Shaping;

/// <summary>
/// Gives a name to every object and enum that is written in place, made of where it stands: the field <c>data</c> of
/// <c>CreateMessageRequest</c> becomes <c>CreateMessageRequestData</c>.
/// </summary>
internal sealed class InlineTypes(MergedSpec spec, SpecProblems problems)
{
    public void Run()
    {
        foreach (var operation in spec.Operations.ToList())
        {
            var name = CSharpName.Pascal(operation.Id);
            foreach (var parameter in operation.Node.List("parameters").OfType<SpecMap>())
            {
                var shared = ComponentName(parameter);
                var resolved = spec.Resolve(parameter) ?? parameter;
                Visit(resolved, "schema", shared ?? name + CSharpName.Pascal(resolved.Text("x-name") ?? resolved.Text("name") ?? string.Empty));
            }

            VisitContent(operation.Node.Map("requestBody"), name + "Request");
            foreach (var response in operation.Successes.Select(response => response.Value).OfType<SpecMap>())
            {
                VisitContent(spec.Resolve(response), (ComponentName(response) ?? name) + "Response");
            }
        }

        // Naming adds to the schemas, whose own fields want names in turn.
        for (var i = 0; i < spec.Schemas.Entries.Count; i++)
        {
            var schema = spec.Schemas.Entries[i];
            if (schema.Value is SpecMap map)
            {
                VisitInside(map, schema.Key);
            }
        }
    }

    /// <summary>The name of the component that a reference points to, which gives its types their names; null where there is none.</summary>
    private static string? ComponentName(SpecMap node) => node.Text("$ref")?.Split('/')[^1];

    private void VisitContent(SpecMap? node, string name)
    {
        foreach (var media in (node?.Map("content")?.Entries ?? []).Select(media => media.Value).OfType<SpecMap>())
        {
            Visit(media, "schema", name);
        }
    }

    private void Visit(SpecMap parent, string key, string name)
    {
        if (parent.Map(key) is not { } schema)
        {
            return;
        }

        if (schema.Find("properties") is not null || schema.Find("enum") is not null)
        {
            parent.Replace(key, Named(schema, name));
        }
        else
        {
            VisitInside(schema, name);
        }
    }

    private void VisitInside(SpecMap schema, string name)
    {
        Visit(schema, "items", name + "Item");
        Visit(schema, "additionalProperties", name + "Value");
        if (schema.Map("properties") is { } properties)
        {
            foreach (var property in properties.Entries.ToList())
            {
                Visit(properties, property.Key, name + CSharpName.Pascal((property.Value as SpecMap)?.Text("x-name") ?? property.Key));
            }
        }
    }

    /// <summary>A reference to the schema under its name; what the field alone has, its C# name and its words, stays with the field.</summary>
    private SpecMap Named(SpecMap schema, string name)
    {
        if (!spec.Schemas.TryAdd(new SpecEntry(name, schema, schema.Place)))
        {
            problems.Add(schema.Place, ProblemKind.Name, $"{name} would be the name of this object or enum, and is taken: move it under components/schemas.");
        }

        var reference = new SpecMap(schema.Place);
        reference.TryAdd(new SpecEntry("$ref", new SpecScalar($"{MergedSpec.ReferencePrefix}schemas/{name}", isPlain: false, schema.Place), schema.Place));
        if (schema.Find("x-name") is { } own)
        {
            reference.TryAdd(own);
        }

        return reference;
    }
}
