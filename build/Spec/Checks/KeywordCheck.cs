using Amity.Spec.Parts;

namespace Amity.Spec.Checks;

/// <summary>Every keyword of the spec is one that the build understands: a misspelt one would be ignored in silence.</summary>
internal sealed class KeywordCheck(MergedSpec spec, SpecProblems problems)
{
    private static readonly string[] Operation =
    [
        "operationId", "tags", "summary", "description", "security", "parameters", "requestBody", "responses",
        "x-repeat", "x-done-after-retry", "x-batch", "x-wrapped",
    ];

    private static readonly string[] Parameter = ["name", "in", "required", "description", "style", "explode", "schema", "example", "x-name"];
    private static readonly string[] Body = ["description", "required", "content", "x-name"];
    private static readonly string[] Media = ["schema", "example", "examples"];
    private static readonly string[] Response = ["description", "headers", "content"];
    private static readonly string[] Header = ["description", "schema", "example"];

    private static readonly string[] Schema =
    [
        "type", "format", "description", "enum", "items", "properties", "required", "additionalProperties", "default", "example", "nullable",
        "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minItems", "maxItems", "maxProperties", "allOf",
        "x-name", "x-enumNames", "x-page",
    ];

    private static readonly string[] ReferencedProperty = ["$ref", "description", "x-name"];

    private static readonly Dictionary<string, string> Advice = new(StringComparer.Ordinal)
    {
        ["oneOf"] = "oneOf is not supported: write one object with all known fields.",
        ["anyOf"] = "anyOf is not supported: write one object with all known fields.",
        ["not"] = "not is not supported: describe the limit in words.",
        ["discriminator"] = "discriminator is not supported: write one object with all known fields.",
        ["pattern"] = "pattern is not supported: describe it in words, and leave it to the service.",
        ["multipleOf"] = "multipleOf is not supported: describe it in words, and leave it to the service.",
        ["uniqueItems"] = "uniqueItems is not supported: describe it in words, and leave it to the service.",
    };

    public void Run()
    {
        foreach (var path in spec.Root.Map("paths")?.Entries ?? [])
        {
            Check(path.Value, $"the path {path.Key}", MergedSpec.Methods);
        }

        foreach (var operation in spec.Operations)
        {
            CheckOperation(operation);
        }

        foreach (var section in spec.Root.Map("components")?.Entries ?? [])
        {
            foreach (var component in (section.Value as SpecMap)?.Entries ?? [])
            {
                CheckComponent(section, component);
            }
        }
    }

    private void CheckOperation(SpecOperation operation)
    {
        Check(operation.Node, operation.Id, Operation);
        foreach (var parameter in operation.Node.List("parameters"))
        {
            CheckParameter(parameter, $"{operation.Id}, parameter {(parameter as SpecMap)?.Text("name")}");
        }

        if (operation.Node["requestBody"] is { } body)
        {
            Check(body, $"{operation.Id}, request body", Body);
            CheckContent(body, $"{operation.Id}, request body");
        }

        foreach (var response in operation.Node.Map("responses")?.Entries ?? [])
        {
            CheckResponse(response.Value, $"{operation.Id}, response {response.Key}");
        }
    }

    private void CheckComponent(SpecEntry section, SpecEntry component)
    {
        switch (section.Key)
        {
            case "schemas":
                CheckSchema(component.Value, component.Key, isProperty: false);
                break;
            case "responses":
                CheckResponse(component.Value, component.Key);
                break;
            case "parameters":
                CheckParameter(component.Value, component.Key);
                break;
            case "securitySchemes":
                break;
            default:
                problems.Add(component.Place, ProblemKind.UnknownKeyword, $"components/{section.Key} is not supported: use schemas, responses, parameters and securitySchemes.");
                break;
        }
    }

    private void CheckParameter(SpecNode node, string where)
    {
        if (IsReference(node, where))
        {
            return;
        }

        Check(node, where, Parameter);
        if ((node as SpecMap)?["schema"] is { } schema)
        {
            CheckSchema(schema, where, isProperty: false);
        }
    }

    private void CheckResponse(SpecNode node, string where)
    {
        if (IsReference(node, where))
        {
            return;
        }

        Check(node, where, Response);
        CheckContent(node, where);
        foreach (var header in (node as SpecMap)?.Map("headers")?.Entries ?? [])
        {
            Check(header.Value, $"{where}, header {header.Key}", Header);
        }
    }

    private void CheckContent(SpecNode node, string where)
    {
        foreach (var media in (node as SpecMap)?.Map("content")?.Entries ?? [])
        {
            Check(media.Value, where, Media);
            if ((media.Value as SpecMap)?["schema"] is { } schema)
            {
                CheckSchema(schema, where, isProperty: false);
            }
        }
    }

    private void CheckSchema(SpecNode node, string where, bool isProperty)
    {
        if (node is SpecMap map && map.Find("$ref") is not null)
        {
            Check(node, where, isProperty ? ReferencedProperty : ["$ref"]);
            return;
        }

        Check(node, where, Schema);
        if (node is not SpecMap schema)
        {
            return;
        }

        foreach (var property in schema.Map("properties")?.Entries ?? [])
        {
            CheckSchema(property.Value, $"{where}, field {property.Key}", isProperty: true);
        }

        foreach (var part in schema.List("allOf"))
        {
            CheckSchema(part, where, isProperty: false);
        }

        foreach (var inner in new[] { schema["items"], schema["additionalProperties"] }.OfType<SpecMap>())
        {
            CheckSchema(inner, where, isProperty: false);
        }
    }

    private bool IsReference(SpecNode node, string where)
    {
        if ((node as SpecMap)?.Find("$ref") is null)
        {
            return false;
        }

        Check(node, where, ["$ref"]);
        return true;
    }

    private void Check(SpecNode node, string where, string[] known)
    {
        if (node is not SpecMap map)
        {
            problems.Add(node.Place, ProblemKind.UnknownKeyword, $"{where}: an object is expected here.");
            return;
        }

        foreach (var entry in map.Entries.Where(entry => !known.Contains(entry.Key)))
        {
            problems.Add(
                entry.Place,
                Advice.ContainsKey(entry.Key) ? ProblemKind.Unsupported : ProblemKind.UnknownKeyword,
                $"{where}: {Advice.GetValueOrDefault(entry.Key) ?? $"'{entry.Key}' is not a keyword here that this build knows."}");
        }
    }
}
