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

    /// <summary>Types of the library that the generated code uses itself.</summary>
    private static readonly string[] Taken =
    [
        "AllCall", "AmityApiException", "AmityErrorCode", "AmityModel", "AmityRequest", "AmityTransport", "AmityTransportException", "AmityUpload",
        "AsyncPages", "BulkCanceledException", "BulkIdLimits", "BulkItem", "BulkOperation", "BulkOptions", "BulkResult", "ConfirmationCall",
        "EmptyCall", "Guard", "IdBatches", "LocationCall", "MultipartWriter", "OneCall", "OneOrNoneCall", "Repeat", "RequestWriter",
        "ResponseCall", "ResponseReader", "Scheme", "AmityRateLimit", "TextCall", "ValueCall",
    ];

    private IEnumerable<SpecMap> Tags => spec.Root.List("tags").OfType<SpecMap>();

    public JsonObject Annotate(JsonObject document)
    {
        var types = new TypeMap(spec, problems);
        var checks = new ArgumentChecks(types, problems);
        var usage = new SchemaUsage(spec);
        AnnotateSchemas(document, usage, new ModelPlan(spec, types, checks, usage, problems));
        AnnotateOperations(document, new OperationPlan(spec, types, checks, usage, problems));
        foreach (var tag in Tags)
        {
            CheckImported(CSharpName.ClientOf(tag.Text("name")), tag.Place);
        }

        return document;
    }

    /// <summary>Lines of code, as a plan has them.</summary>
    public static JsonArray Lines(IEnumerable<string> lines) => new([.. lines.Select(line => JsonValue.Create(line))]);

    private void AnnotateSchemas(JsonObject document, SchemaUsage usage, ModelPlan models)
    {
        // Without regard to capitals, as files are named after types.
        var taken = new HashSet<string>([.. Taken, .. Entry(), .. Clients(), .. Options(), .. Areas()], StringComparer.OrdinalIgnoreCase);
        foreach (var (name, schema) in spec.Schemas.Entries.Select(entry => (entry.Key, entry.Value as SpecMap)))
        {
            if (schema?.Find("properties") is not null && usage.Of(name) != Uses.None)
            {
                Annotate(name, schema.Place, models.Plan(name, schema));
            }
            else if (schema?.Find("enum") is not null && usage.Of(name) != Uses.None)
            {
                Annotate(name, schema.Place, EnumPlan.Plan(name, schema, problems));
            }
            else if (schema is not null)
            {
                RemoveAlias(document, name);
            }
        }

        void Annotate(string name, Place place, JsonObject plan)
        {
            if (!CSharpName.IsValid(name) || !char.IsAsciiLetterUpper(name[0]))
            {
                problems.Add(place, ProblemKind.Name, $"{name}: a schema has the name of its C# type, a capital letter and letters, digits and underscores.");
            }
            else if (!taken.Add(name))
            {
                problems.Add(place, ProblemKind.Name, $"{name}: another type has this name, or one that differs in capitals only: give the schema another.");
            }

            CheckImported(name, place);
            document["components"]!["schemas"]![name]![Key] = plan;
        }
    }

    /// <summary>An application that imports a namespace with a type of the same name could name neither without its namespace.</summary>
    private void CheckImported(string type, Place place)
    {
        if (ImplicitUsings.NamespaceOf(type) is { } imported)
        {
            problems.Add(
                place, ProblemKind.Name, $"{type}: {imported}, which every application may import, has a type of this name: give this one another.");
        }
    }

    private IEnumerable<string> Clients() => Tags.Select(tag => CSharpName.ClientOf(tag.Text("name")));

    private IEnumerable<string> Options() => spec.Operations.Select(OperationPlan.OptionsOf);

    private IEnumerable<string> Entry() => spec.Root.Text("x-entry") is { } entry ? [entry] : [];

    /// <summary>The namespaces, which hide types of their names.</summary>
    private IEnumerable<string> Areas() =>
        spec.Schemas.Entries.Select(schema => schema.Place).Concat(spec.Root.List("tags").Select(tag => tag.Place))
            .Select(place => CSharpName.Pascal(MergedSpec.AreaOf(place)));

    private void AnnotateOperations(JsonObject document, OperationPlan operations)
    {
        foreach (var operation in spec.Operations)
        {
            var node = document["paths"]![operation.Path]![operation.Method]!;
            var plan = operations.Plan(operation);
            node[Key] = plan;
            if (plan["options"] is not null)
            {
                CheckImported(OperationPlan.OptionsOf(operation), operation.Place);
            }

            // NSwag names the client after the tag.
            node["tags"] = new JsonArray(CSharpName.Pascal(operation.Tag ?? string.Empty));
        }

        // NSwag shows its templates nothing but operations and schemas: what the whole service has is printed with its first operation.
        if (spec.Operations.FirstOrDefault() is { } first)
        {
            document["paths"]![first.Path]![first.Method]![Key]!["service"] = new ServicePlan(spec, problems).Plan();
        }
    }

    /// <summary>A named list, map or text is no type of its own in C#, nor is what nobody reads or sends; NSwag would make one.</summary>
    private static void RemoveAlias(JsonObject document, string name)
    {
        var schemas = document["components"]!["schemas"]!.AsObject();
        var alias = schemas[name]!["properties"] is null && schemas[name]!["enum"] is null ? schemas[name]! : new JsonObject();
        schemas.Remove(name);
        Inline(document, MergedSpec.ReferenceTo("schemas", name), alias);
    }

    private static void Inline(JsonNode? node, string reference, JsonNode alias)
    {
        IEnumerable<JsonNode?> children = node switch
        {
            JsonObject map => map.Select(entry => entry.Value),
            JsonArray list => list,
            _ => [],
        };
        foreach (var child in children.ToList())
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
