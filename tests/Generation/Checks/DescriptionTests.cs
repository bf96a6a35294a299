using System.Text.Json.Nodes;

namespace Amity.Tests.Generation.Checks;

/// <summary>What becomes documentation is said in words, except where a sentence can be made of the names.</summary>
public sealed class DescriptionTests
{
    private const string Missing = "AMITY106";

    [TestCase("\n    description: Rooms.", "", "tag Rooms: description is missing.")]
    [TestCase("description: The id of the room., ", "", "updateRoom, parameter roomId: description is missing.")]
    [TestCase("      description: The most rooms to read.\n", "", "Limit: description is missing.")]
    [TestCase("      description: A room.\n", "", "Room: description is missing.")]
    [TestCase("      description: Where a room stands.\n", "", "RoomStatus: description is missing.")]
    [TestCase("description: A room.", "description: ' '", "Room: description is missing.")]
    public void Words_Missing_AreAskedFor(string text, string replacement, string message)
    {
        using var spec = new SmallSpec().Replace(text, replacement);

        spec.Problems().Should().ContainSingle().Which.Should().EndWith($": error {Missing}: {message}");
    }

    [Test]
    public void Words_OfAnAllOf_AreAskedFor()
    {
        using var spec = new SmallSpec()
            .Add("schemas", "Suite: {▸allOf: [{$ref: '#/components/schemas/Room'}, {type: object, properties: {rooms: {type: integer}}}]}")
            .Add("fields of Room", "part: {$ref: '#/components/schemas/Suite'}");

        spec.Problems().Should().ContainSingle().Which.Should().EndWith("Suite: description is missing.");
    }

    [Test]
    public void Words_OfABody_MayBeThoseOfItsSchema()
    {
        using var spec = new SmallSpec().Replace("        description: What to change.\n", string.Empty);

        DocOfArgument(spec.PlanOf("put", "/rooms/{roomId}")).Should().Be("The fields to change.");
    }

    [Test]
    public void Words_OfABodyWithoutAny_AreAskedFor()
    {
        using var spec = new SmallSpec()
            .Replace("description: What to change.\n        required: true", "▸required: true")
            .Replace("{$ref: '#/components/schemas/RoomChange'}", "{type: object, properties: {change: {$ref: '#/components/schemas/RoomChange'}}}");

        spec.ShouldHaveOneProblem(Missing, "updateRoom, request body: description is missing.");
    }

    [Test]
    public void Words_OfAParameter_MayBeThoseOfItsSchema()
    {
        using var spec = new SmallSpec().Add(
            "parameters of listRooms", "- {name: status, in: query, schema: {$ref: '#/components/schemas/RoomStatus'}}");

        DocOfArgument(spec.PlanOf("get", "/rooms")).Should().Be("Where a room stands.");
    }

    [Test]
    public void Words_OfAnInlineType_AreMadeOfItsName()
    {
        using var spec = new SmallSpec().Add("fields of Room", "lastGuest: {type: object, properties: {name: {type: string, example: a}}}");

        spec.ForNSwag()["components"]!["schemas"]!["RoomLastGuest"]!["description"]!.GetValue<string>().Should().Be("The last guest of the room.");
    }

    [Test]
    public void Words_OfAParameter_AreThoseOfItsInlineType()
    {
        using var spec = new SmallSpec().Add(
            "parameters of listRooms", "- {name: kind, in: query, description: Which kind., schema: {type: string, enum: [big, small]}}");

        spec.ForNSwag()["components"]!["schemas"]!["ListRoomsKind"]!["description"]!.GetValue<string>().Should().Be("Which kind.");
    }

    [Test]
    public void Words_OfABody_AreThoseOfItsInlineType()
    {
        using var spec = new SmallSpec().Replace("{$ref: '#/components/schemas/Room'}}}}", "{type: object, properties: {a: {type: string, example: a}}}}}}");

        spec.ForNSwag()["components"]!["schemas"]!["UpdateRoomResponse"]!["description"]!.GetValue<string>().Should().Be("The room.");
    }

    /// <summary>That of the last argument or option.</summary>
    private static string DocOfArgument(JsonNode operation) =>
        (operation["options"]?["members"] ?? operation["args"])!.AsArray()[^1]!["doc"]!.GetValue<string>();
}
