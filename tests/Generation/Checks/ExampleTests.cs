namespace Amity.Tests.Generation.Checks;

/// <summary>Every text has an example, where it stands or in what it is a part of.</summary>
public sealed class ExampleTests
{
    private const string Missing = "AMITY106";

    [TestCase("fields of Room", "▸title: {type: string}", "Room, field title")]
    [TestCase("fields of Room", "▸tags: {type: array, items: {type: string}}", "Room, field tags")]
    [TestCase("fields of Room", "▸labels: {type: object, additionalProperties: {type: string, format: id}}", "Room, field labels")]
    [TestCase("fields of Room", "guest: {type: object, properties: {▸name: {type: string}}}", "Room, field guest, field name")]
    [TestCase("fields of RoomChange", "▸title2: {type: string, format: token}", "RoomChange, field title2")]
    [TestCase("parameters of listRooms", "- ▸{name: type, in: query, description: A type., schema: {type: string}}", "listRooms, parameter type")]
    public void Text_WithoutAnExample_IsRejected(string comment, string lines, string where)
    {
        using var spec = new SmallSpec().Add(comment, lines);

        spec.ShouldHaveOneProblem(Missing, $"{where}: example is missing.");
    }

    [Test]
    public void Text_OfAResponse_NeedsAnExample()
    {
        using var spec = new SmallSpec().Replace(
            "{application/json: {schema: {$ref: '#/components/schemas/Room'}}}}", "{text/plain: ▸{schema: {type: string}}}}");

        spec.ShouldHaveOneProblem(Missing, "updateRoom, response 200: example is missing.");
    }

    [TestCase("fields of Room", "at: {type: string, format: date-time}")]
    [TestCase("fields of Room", "day: {type: string, format: date}")]
    [TestCase("fields of Room", "kind: {type: string, enum: [big, small]}")]
    [TestCase("fields of Room", "kind: {type: string, default: big}")]
    [TestCase("fields of Room", "tags: {type: array, items: {type: string}, example: [big]}")]
    [TestCase("fields of Room", "guest: {type: object, properties: {name: {type: string}}, example: {name: ann}}")]
    [TestCase("parameters of listRooms", "- {name: type, in: query, description: A type., schema: {type: string}, example: big}")]
    public void Text_WhoseValueIsKnown_NeedsNone(string comment, string lines)
    {
        using var spec = new SmallSpec().Add(comment, lines);

        spec.Problems().Should().BeEmpty();
    }
}
