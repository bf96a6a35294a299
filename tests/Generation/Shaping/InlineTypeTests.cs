using System.Text.Json.Nodes;

namespace Amity.Tests.Generation.Shaping;

/// <summary>What is written in place gets the name of its place, for everybody who reads the contract.</summary>
public sealed class InlineTypeTests
{
    private const string Inline = "{type: object, properties: {width: {type: integer}}}";
    private const string InlineEnum = "{type: string, enum: [big, small]}";
    private const string List = $"{{type: array, items: {InlineEnum}}}";

    [TestCase("fields of Room", $"size: {Inline}", "RoomSize")]
    [TestCase("fields of Room", $"floor-plan: {Inline}", "RoomFloorPlan")]
    [TestCase("fields of Room", $"kind: {InlineEnum}", "RoomKind")]
    [TestCase("fields of Room", $"_id: {{type: string, enum: [big, small], x-name: InternalKind}}", "RoomInternalKind")]
    [TestCase("fields of Room", $"walls: {{type: array, items: {Inline}}}", "RoomWallsItem")]
    [TestCase("fields of Room", $"walls: {{type: object, additionalProperties: {Inline}}}", "RoomWallsValue")]
    [TestCase("fields of Room", $"a: {{type: object, properties: {{b: {Inline}}}}}", "RoomAB")]
    [TestCase("parameters of listRooms", $"- {{name: kind, in: query, description: A kind., schema: {InlineEnum}}}", "ListRoomsKind")]
    [TestCase("parameters of listRooms", $"- {{name: kinds, in: query, description: A kind., schema: {List}}}", "ListRoomsKindsItem")]
    public void Type_WrittenInPlace_GetsTheNameOfItsPlace(string comment, string lines, string name)
    {
        using var spec = new SmallSpec().Add(comment, lines);

        ShouldHave(spec, name);
    }

    [TestCase("$ref: '#/components/schemas/RoomPage'", "ListRoomsResponse")]
    [TestCase("$ref: '#/components/schemas/RoomChange'", "UpdateRoomRequest")]
    [TestCase("$ref: '#/components/schemas/ApiError'", "NotFoundResponse")]
    public void Type_OfABody_GetsTheNameOfItsPlace(string text, string name)
    {
        using var spec = new SmallSpec().Replace("x-result: {page: rooms}", "x-result: response")
            .Replace(text, "type: object, properties: {more: {" + text + "}}");

        ShouldHave(spec, name);
    }

    [Test]
    public void Type_OfAnError_GetsTheNameOfItsPlace()
    {
        using var spec = new SmallSpec().Add(
            "responses of updateRoom", $"'409': {{description: A conflict., content: {{application/json: {{schema: {Inline}}}}}}}");

        ShouldHave(spec, "UpdateRoomError409");
    }

    [Test]
    public void Type_OfASharedParameter_GetsTheNameOfItsPlace()
    {
        using var spec = new SmallSpec().Replace("schema: {type: integer, format: int32, minimum: 1}", $"schema: {InlineEnum}");

        ShouldHave(spec, "Limit");
    }

    [Test]
    public void Field_OfAnInlineType_KeepsItsOwnName()
    {
        using var spec = new SmallSpec().Add("fields of Room", "_id: {type: string, enum: [big, small], x-name: InternalKind}");

        spec.PlanOf("Room")["fields"]!.AsArray()[^1]!["name"]!.GetValue<string>().Should().Be("InternalKind");
    }

    [Test]
    public void Types_OfASpecWithoutSchemas_GetNames()
    {
        using var spec = new SmallSpec()
            .Part("common/responses.yaml", "components: {}").Part("rooms/schemas.yaml", "components: {}")
            .Part("rooms/paths.yaml", $$"""
                tags: [{name: Rooms, description: Rooms.}]
                paths:
                  /rooms:
                    get:
                      operationId: getRoom
                      tags: [Rooms]
                      x-repeat: safe
                      x-result: response
                      summary: Reads the room.
                      responses:
                        '200':
                          description: The room.
                          content:
                            application/json:
                              schema: {{Inline}}
                """);

        ShouldHave(spec, "GetRoomResponse");
    }

    [Test]
    public void Name_OfAnInlineType_MayNotBeTaken()
    {
        using var spec = new SmallSpec()
            .Add("schemas", "RoomSize: {type: object, description: A size., properties: {a: {type: string, example: a}}}")
            .Add("fields of Room", $"size: ▸{Inline}\nother: {{$ref: '#/components/schemas/RoomSize'}}");

        spec.ShouldHaveOneProblem("AMITY109", "RoomSize would be the name of this object or enum, and is taken: move it under components/schemas");
    }

    private static void ShouldHave(SmallSpec spec, string name)
    {
        var contract = spec.Contract();
        JsonNode.Parse(contract)!["components"]!["schemas"]!.AsObject().Should().ContainKey(name);
        contract.Should().Contain($"\"$ref\": \"#/components/schemas/{name}\"").And.NotContain("x-csharp");
        spec.PlanOf(name)["file"]!.GetValue<string>().Should().EndWith($"/{name}.g.cs");
    }
}
