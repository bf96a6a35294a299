using System.Text.Json.Nodes;

namespace Amity.Tests.Generation.Shaping;

/// <summary>An allOf becomes the one object that it describes, for everybody who reads the contract.</summary>
public sealed class AllOfTests
{
    private const string Suite = """
        Suite:
          description: A room with more rooms.
          allOf:
            - $ref: '#/components/schemas/Room'
            - type: object
              required: [beds]
              properties:
                beds: {type: integer}
        """;

    private const string Attic = """
        Attic:
          description: A room under the roof.
          allOf:
            - $ref: '#/components/schemas/Suite'
            - {type: object, properties: {height: {type: integer}}}
        """;

    private const string Suites = "suites: {type: array, items: {$ref: '#/components/schemas/Suite'}}";

    [Test]
    public void AllOf_OfObjects_IsOneObject()
    {
        using var spec = new SmallSpec().Add("schemas", Suite).Add("fields of Room", Suites);

        var suite = JsonNode.Parse(spec.Contract())!["components"]!["schemas"]!["Suite"]!;

        suite.AsObject().Select(entry => entry.Key).Should().Equal("description", "type", "required", "properties");
        ((string?)suite["type"]).Should().Be("object");
        suite["required"]!.ToJsonString().Should().Be("""["beds"]""");
        suite["properties"]!.AsObject().Select(field => field.Key).Should().Equal("roomId", "status", "suites", "beds");
    }

    [Test]
    public void AllOf_OfAllOfsWrittenFurtherDown_IsOneObject()
    {
        using var spec = new SmallSpec()
            .Add("schemas", Attic)
            .Add("schemas", Suite)
            .Add("fields of Room", $"{Suites}\ntop: {{$ref: '#/components/schemas/Attic'}}");

        var attic = JsonNode.Parse(spec.Contract())!["components"]!["schemas"]!["Attic"]!;

        attic["properties"]!.AsObject().Select(field => field.Key).Should().EndWith(["beds", "height"]);
    }

    [Test]
    public void AllOf_InAResponse_IsOneObjectWithAName()
    {
        using var spec = new SmallSpec().Replace(
            "$ref: '#/components/schemas/RoomPage'",
            "allOf: [{$ref: '#/components/schemas/RoomPage'}, {type: object, properties: {total: {type: integer}}}]");

        var schemas = JsonNode.Parse(spec.Contract())!["components"]!["schemas"]!.AsObject();

        schemas["ListRoomsResponse"]!["properties"]!.AsObject().Select(field => field.Key).Should().Equal("rooms", "paging", "total");
        schemas.Should().NotContainKey("RoomPage", "nothing but this allOf used it");
    }

    [Test]
    public void AllOf_WithAFieldTwice_IsRejected()
    {
        using var spec = new SmallSpec()
            .Add("schemas", Suite.Replace("beds: {type: integer}", "beds: {type: integer}\n        ▸roomId: {type: integer}"))
            .Add("fields of Room", Suites);

        spec.ShouldHaveOneProblem("AMITY102", "Suite: the field roomId of this allOf is also in openapi/rooms/schemas.yaml, line 18.");
    }

    [TestCase("▸$ref: '#/components/schemas/RoomStatus'")]
    [TestCase("▸type: boolean")]
    public void AllOf_OfAnythingElse_IsRejected(string part)
    {
        using var spec = new SmallSpec()
            .Add("schemas", Suite.Replace("$ref: '#/components/schemas/Room'", part))
            .Add("fields of Room", Suites);

        spec.ShouldHaveOneProblem("AMITY108", "Suite: allOf is supported for objects with properties only.");
    }

    [Test]
    public void AllOf_OfItself_IsRejected()
    {
        using var spec = new SmallSpec()
            .Add("schemas", Suite.Replace("- $ref: '#/components/schemas/Room'", "- ▸$ref: '#/components/schemas/Suite'"))
            .Add("fields of Room", Suites);

        spec.ShouldHaveOneProblem("AMITY108", "Suite: this allOf is a part of itself.");
    }

    [TestCase("Suite", "attic: {allOf: [▸{$ref: '#/components/schemas/Suite'}]}")]
    [TestCase("Suite", "floor: {type: object, properties: {attic: {allOf: [▸{$ref: '#/components/schemas/Suite'}]}}}")]
    [TestCase("Attic", "attic: {allOf: [{$ref: '#/components/schemas/Attic'}]}", "suite: {allOf: [▸{$ref: '#/components/schemas/Suite'}]}")]
    public void AllOf_InAFieldOfItself_IsRejected(string where, string field, string atticField = "height: {type: integer}")
    {
        using var spec = new SmallSpec()
            .Add("schemas", $"Suite:\n  type: object\n  description: A suite.\n  properties:\n    {field}")
            .Add("schemas", $"Attic:\n  type: object\n  description: An attic.\n  properties:\n    {atticField}")
            .Add("fields of Room", Suites + "\nattics: {type: array, items: {$ref: '#/components/schemas/Attic'}}");

        spec.ShouldHaveOneProblem("AMITY108", $"{where}: this allOf is a part of itself.");
    }
}
