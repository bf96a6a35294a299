using System.Text.Json;
using System.Text.Json.Nodes;
using Amity.Spec;
using NJsonSchema.Validation;
using NSwag;

namespace Amity.Tests.Generation.Shaping;

/// <summary>The examples of the real contract, written or made, fit their schemas.</summary>
public sealed class ContractExampleTests
{
    private static readonly string Contract = Build();
    private static readonly JsonNode Json = JsonNode.Parse(Contract)!;
    private static readonly OpenApiDocument Document = Parse();

    private static IEnumerable<string> Operations => Document.Operations.Select(operation => operation.Operation.OperationId);

    [TestCaseSource(nameof(Operations))]
    public void Examples_OfAnOperation_FitTheirSchemas(string operationId)
    {
        var operation = Document.Operations.Single(operation => operation.Operation.OperationId == operationId);
        var json = Json["paths"]![operation.Path]![operation.Method]!;

        foreach (var parameter in operation.Operation.ActualParameters.Where(parameter => parameter.Kind != OpenApiParameterKind.Body))
        {
            var described = (json["parameters"] as JsonArray ?? []).Select(Resolve).Single(described => (string?)described["name"] == parameter.Name);
            ShouldFit(parameter.ActualSchema, described["example"], parameter.Name);
        }

        foreach (var (type, media) in operation.Operation.ActualRequestBody?.Content ?? new Dictionary<string, OpenApiMediaType>())
        {
            ShouldFit(media.Schema, json["requestBody"]!["content"]![type]!["example"], "request");
        }

        foreach (var (status, response) in operation.Operation.Responses.Where(response => response.Key[0] is '2' or '3'))
        {
            foreach (var (type, media) in response.ActualResponse.Content)
            {
                ShouldFit(media.Schema, Resolve(json["responses"]![status])["content"]![type]!["example"], status);
            }
        }
    }

    private static void ShouldFit(NJsonSchema.JsonSchema schema, JsonNode? example, string what)
    {
        example.Should().NotBeNull("{0} has an example", what);
        schema.ActualSchema.Validate(example!.ToJsonString()).SelectMany(Lines).Should().BeEmpty("the example of {0} fits", what);
    }

    private static IEnumerable<string> Lines(ValidationError error) => error is ChildSchemaValidationError child
        ? child.Errors.SelectMany(pair => pair.Value).SelectMany(Lines)
        : [$"{error.Path}: {error.Kind}"];

    private static JsonNode Resolve(JsonNode? node) => node!["$ref"] is { } reference
        ? ((string)reference!).TrimStart('#', '/').Split('/').Aggregate(Json, (parent, name) => parent[name]!)
        : node;

    private static string Build()
    {
        var problems = SpecBuild.Run(Path.Combine(Repo.Root, "openapi"), out var contract, out _);
        return problems.Count == 0 ? contract : throw new JsonException(string.Join('\n', problems));
    }

    private static OpenApiDocument Parse()
    {
        var document = OpenApiDocument.FromJsonAsync(Contract).GetAwaiter().GetResult();

        // Or a field with a wrong name would fit any object.
        foreach (var schema in document.Components.Schemas.Values.Where(schema => schema.ActualProperties.Count > 0))
        {
            schema.AllowAdditionalProperties = false;
        }

        return document;
    }
}
