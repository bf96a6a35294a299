using Amity.Spec.Parts;

namespace Amity.Spec.Checks;

/// <summary>Every text has an example, as none can be made up that says anything; dates and enums go without.</summary>
internal sealed class ExampleCheck(MergedSpec spec, SpecProblems problems)
{
    private static readonly string[] MadeUp = ["date", "date-time", "binary"];

    public void Run()
    {
        foreach (var (parameter, where) in spec.Parameters)
        {
            CheckDescribed(parameter, where);
        }

        foreach (var operation in spec.Operations)
        {
            CheckContent(operation.Node["requestBody"], $"{operation.Id}, request body");
            foreach (var response in operation.Successes)
            {
                CheckContent(response.Value, $"{operation.Id}, response {response.Key}");
            }
        }

        foreach (var component in spec.Components)
        {
            if (component is { Section: "schemas", Node: SpecMap schema })
            {
                Check(schema, component.Place, component.Name);
            }
            else if (component.Section == "responses")
            {
                CheckContent(component.Node, component.Name);
            }
        }
    }

    private void CheckContent(SpecNode? node, string where)
    {
        var body = node as SpecMap;
        foreach (var media in (body?.Map("content")?.Entries ?? []).Concat(body?.Map("headers")?.Entries ?? []))
        {
            CheckDescribed(media.Value as SpecMap, where);
        }
    }

    private void CheckDescribed(SpecMap? node, string where)
    {
        if (node?.Map("schema") is { } schema && node.Find("example") is null)
        {
            Check(schema, node.Place, where);
        }
    }

    private void Check(SpecMap schema, Place place, string where)
    {
        if (schema.Find("$ref") is not null || (schema.Find("example") ?? schema.Find("default") ?? schema.Find("enum")) is not null)
        {
            return;
        }

        if (schema.Text("type") == "string" && !MadeUp.Contains(schema.Text("format")))
        {
            problems.Add(place, ProblemKind.Missing, $"{where}: example is missing.");
        }

        foreach (var inner in schema.List("allOf").Append(schema["items"]).Append(schema["additionalProperties"]).OfType<SpecMap>())
        {
            Check(inner, place, where);
        }

        foreach (var field in schema.Map("properties")?.Entries ?? [])
        {
            if (field.Value is SpecMap property)
            {
                Check(property, field.Place, $"{where}, field {field.Key}");
            }
        }
    }
}
