using System.Text.Json.Nodes;

namespace Amity.Tests.Generation.Merging;

/// <summary>The same spec gives the same bytes on every machine: the order is that of the parts' names, and inside of a part its own.</summary>
public sealed class OrderTests
{
    private static readonly string[] Names = ["zebra", "ant", "Bee", "cat10", "cat9", "_fly"];

    [Test]
    public void Contract_OfTheSameParts_IsTheSame()
    {
        using var spec = WithAreas(Names);
        using var other = WithAreas(Names.Reverse());

        other.Contract().Should().Be(spec.Contract());
    }

    [Test]
    public void Schemas_OfManyParts_AreInTheOrderOfTheParts()
    {
        using var spec = WithAreas(Names);

        var schemas = JsonNode.Parse(spec.Contract())!["components"]!["schemas"]!.AsObject().Select(schema => schema.Key);

        schemas.Where(schema => schema.EndsWith("Animal", StringComparison.Ordinal)).Should().Equal(
            "BeeAnimal", "FlyAnimal", "AntAnimal", "Cat10Animal", "Cat9Animal", "ZebraAnimal");
    }

    [Test]
    public void Tags_OfManyParts_AreSorted()
    {
        using var spec = WithAreas(Names);

        var tags = JsonNode.Parse(spec.Contract())!["tags"]!.AsArray().Select(tag => (string?)tag!["name"]);

        tags.Should().Equal("Ant", "Bee", "Cat10", "Cat9", "Fly", "Rooms", "Zebra");
    }

    [Test]
    public void Contract_NamesItsPartsInTheOrderOfOpenApi()
    {
        using var spec = WithAreas(Names);

        JsonNode.Parse(spec.Contract())!.AsObject().Select(entry => entry.Key)
            .Should().Equal("openapi", "info", "servers", "security", "tags", "paths", "components");
    }

    [Test]
    public void Problems_OfManyParts_AreInTheOrderOfTheirPlaces()
    {
        using var spec = new SmallSpec()
            .Replace("summary: Changes a room.", "sumary: Changes a room.")
            .Replace("summary: Reads one page of rooms.", "x-note: Reads one page of rooms.")
            .Add("fields of Room", "size: {type: strng}\ndata: {$ref: '#/components/schemas/NoSuchSchema'}")
            .Add("schemas", "Forgotten: {type: object, properties: {a: {type: string, example: a, pattern: a}}}")
            .Replace("x-result: {page: rooms}", "x-result: {page: roms}");

        var problems = spec.Problems();

        problems.Select(problem => problem[..problem.IndexOf(": error", StringComparison.Ordinal)]).Should().Equal(
            "openapi/rooms/paths.yaml(6,5)",
            "openapi/rooms/paths.yaml(10,7)",
            "openapi/rooms/paths.yaml(11,7)",
            "openapi/rooms/paths.yaml(26,5)",
            "openapi/rooms/paths.yaml(31,7)",
            "openapi/rooms/schemas.yaml(20,22)",
            "openapi/rooms/schemas.yaml(21,16)",
            "openapi/rooms/schemas.yaml(34,5)",
            "openapi/rooms/schemas.yaml(34,16)",
            "openapi/rooms/schemas.yaml(34,74)");
        spec.Problems().Should().Equal(problems);
    }

    private static SmallSpec WithAreas(IEnumerable<string> names)
    {
        var spec = new SmallSpec();
        foreach (var name in names)
        {
            var type = char.ToUpperInvariant(name.TrimStart('_')[0]) + name.TrimStart('_')[1..];
            spec.Part($"{name}/parts.yaml", $$"""
                tags:
                  - {name: {{type}}, description: An animal.}
                paths:
                  /{{type}}:
                    get:
                      operationId: get{{type}}
                      tags: [{{type}}]
                      x-repeat: safe
                      x-result: response
                      summary: Reads an animal.
                      responses:
                        '200':
                          description: It.
                          content:
                            application/json:
                              schema:
                                $ref: '#/components/schemas/{{type}}Animal'
                components:
                  schemas:
                    {{type}}Animal: {type: object, description: An animal., properties: {name: {type: string, example: a} } }
                """);
        }

        return spec;
    }
}
