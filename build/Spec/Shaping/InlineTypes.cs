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
            VisitOperation(operation, CSharpName.Pascal(operation.Id));
        }

        foreach (var component in spec.Components.ToList())
        {
            VisitComponent(component, CSharpName.Pascal(component.Name));
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

    private void VisitOperation(SpecOperation operation, string name)
    {
        foreach (var parameter in operation.Node.List("parameters").OfType<SpecMap>())
        {
            Visit(parameter, "schema", name, NameOf(parameter.Text("name") ?? string.Empty, parameter), parameter.Text("description"));
        }

        VisitContent(operation.Node.Map("requestBody"), name, "Request");
        var successes = operation.Successes.Select(response => response.Key).ToList();
        foreach (var response in operation.Node.Map("responses")?.Entries ?? [])
        {
            VisitContent(response.Value, name, successes.Contains(response.Key) ? "Response" : "Error" + response.Key);
        }
    }

    private void VisitComponent(SpecComponent component, string name)
    {
        if (component is { Section: "parameters", Node: SpecMap parameter })
        {
            Visit(parameter, "schema", string.Empty, name, parameter.Text("description"));
        }
        else if (component.Section == "responses")
        {
            VisitContent(component.Node, name, "Response");
        }
    }

    private void VisitContent(SpecNode? node, string owner, string own)
    {
        var body = node as SpecMap;
        foreach (var media in (body?.Map("content")?.Entries ?? []).Select(media => media.Value).OfType<SpecMap>())
        {
            Visit(media, "schema", owner, own, body!.Text("description"));
        }
    }

    /// <summary>Names the schema that stands under a key, or what stands inside of it.</summary>
    /// <param name="parent">Where the schema stands.</param>
    /// <param name="key">Under which key.</param>
    /// <param name="owner">The name of what it belongs to.</param>
    /// <param name="own">What it is there, in C#.</param>
    /// <param name="description">The words that it takes over from there, when it has none itself.</param>
    private void Visit(SpecMap parent, string key, string owner, string own, string? description = null)
    {
        if (parent.Map(key) is not { } schema)
        {
            return;
        }

        if (schema.Find("properties") is not null || schema.Find("enum") is not null)
        {
            parent.Set(key, Named(schema, owner + own, description ?? $"The {CSharpName.Words(own)} of the {CSharpName.Words(owner)}."));
        }
        else
        {
            VisitInside(schema, owner + own);
        }
    }

    private void VisitInside(SpecMap schema, string name)
    {
        Visit(schema, "items", name, "Item");
        Visit(schema, "additionalProperties", name, "Value");
        if (schema.Map("properties") is { } properties)
        {
            foreach (var property in properties.Entries.ToList())
            {
                Visit(properties, property.Key, name, NameOf(property.Key, property.Value as SpecMap));
            }
        }
    }

    private static string NameOf(string wire, SpecMap? node) => CSharpName.Pascal(node?.Text("x-name") ?? wire);

    /// <summary>A reference to the schema under its name; the C# name of a field stays with the field.</summary>
    private SpecMap Named(SpecMap schema, string name, string description)
    {
        if (schema.Find("description") is null)
        {
            schema.Set("description", Text(description));
        }

        var schemas = spec.Root.MapOrNew("components", schema.Place).MapOrNew("schemas", schema.Place);
        if (!schemas.TryAdd(new SpecEntry(name, schema, schema.Place)))
        {
            problems.Add(
                schema.Place,
                ProblemKind.Name,
                $"{name} would be the name of this object or enum, and is taken: move it under components/schemas, with a name of its own.");
        }

        var reference = new SpecMap(schema.Place);
        reference.Set("$ref", Text(MergedSpec.ReferenceTo("schemas", name)));
        if (schema["x-name"] is { } csharpName)
        {
            reference.Set("x-name", csharpName);
            schema.Remove("x-name");
        }

        return reference;

        SpecScalar Text(string text) => new(text, isPlain: false, schema.Place);
    }
}
