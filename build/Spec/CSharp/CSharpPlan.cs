using System.Text.Json.Nodes;
using Amity.Spec.Parts;

namespace Amity.Spec.CSharp;

/// <summary>
/// Plans the C# of every operation, object and enum, and adds it to the document under <c>x-csharp</c>, for the templates to print: what a
/// template would have to work out is worked out here. No key inside is <c>type</c>, <c>properties</c> or <c>enum</c>, which NSwag would
/// take for a schema.
/// </summary>
internal sealed class CSharpPlan(MergedSpec spec, SpecProblems problems)
{
    public const string Key = "x-csharp";

    public JsonObject Annotate(JsonObject document)
    {
        var types = new TypeMap(spec, problems);
        var checks = new ArgumentChecks(types, problems);
        var usage = new SchemaUsage(spec);

        var models = new ModelPlan(types, checks, usage, problems);
        var schemas = document["components"]?["schemas"]?.AsObject() ?? [];
        foreach (var (name, node) in spec.Schemas.Entries.Select(entry => (entry.Key, entry.Value)).ToList())
        {
            var schema = (SpecMap)node;
            if (schema.Find("properties") is not null)
            {
                schemas[name]![Key] = models.Plan(name, schema);
            }
            else if (schema.Find("enum") is not null)
            {
                schemas[name]![Key] = EnumPlan.Plan(name, schema, problems);
            }
            else
            {
                RemoveAlias(document, name);
            }
        }

        var operations = new OperationPlan(spec, types, checks, problems);
        foreach (var operation in spec.Operations)
        {
            var node = document["paths"]![operation.Path]![operation.Method]!.AsObject();
            node[Key] = operations.Plan(operation);

            // NSwag names the client after the tag.
            node["tags"] = new JsonArray(CSharpName.Pascal(operation.Tag ?? string.Empty));
        }

        return document;
    }

    /// <summary>A named list, map or text is no type of its own in C#; NSwag would make one.</summary>
    private static void RemoveAlias(JsonObject document, string name)
    {
        var alias = document["components"]!["schemas"]![name]!;
        document["components"]!["schemas"]!.AsObject().Remove(name);
        Inline(document, $"{MergedSpec.ReferencePrefix}schemas/{name}", alias);
    }

    private static void Inline(JsonNode? node, string reference, JsonNode alias)
    {
        foreach (var child in node switch { JsonObject map => map.Select(entry => entry.Value).ToList(), JsonArray list => [.. list], _ => [] })
        {
            if (child is JsonObject map && map["$ref"] is JsonValue value && value.ToString() == reference)
            {
                map.ReplaceWith(alias.DeepClone());
            }
            else
            {
                Inline(child, reference, alias);
            }
        }
    }
}
