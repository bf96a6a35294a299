namespace Amity.Tests.Generation.Checks;

/// <summary>A reference leads to something, and something leads to every component.</summary>
public sealed class ReferenceTests
{
    private const string DanglingReference = "AMITY103";
    private const string Unused = "AMITY104";

    [TestCase("fields of Room", "parent: {▸$ref: '#/components/schemas/Rom'}", "Room: '#/components/schemas/Rom'")]
    [TestCase("fields of Room", "parents: {type: array, items: {▸$ref: '#/components/schemas/Rom'}}", "Room: '#/components/schemas/Rom'")]
    [TestCase("fields of Room", "parent: {▸$ref: 'schemas.yaml#/components/schemas/Room'}", "written #/components/...")]
    [TestCase("parameters of listRooms", "- ▸$ref: '#/components/parameters/Limits'", "listRooms: '#/components/parameters/Limits'")]
    [TestCase("keywords of listRooms", "security:\n  - ▸cookie: []", "listRooms: '#/components/securitySchemes/cookie'")]
    public void Reference_ToNothing_IsRejected(string comment, string lines, string message)
    {
        using var spec = new SmallSpec().Add(comment, lines);

        spec.ShouldHaveOneProblem(DanglingReference, message, "points to nothing");
    }

    [Test]
    public void Reference_OfAResponseToNothing_IsRejected()
    {
        using var spec = new SmallSpec().Replace("$ref: '#/components/schemas/RoomPage'", "▸$ref: '#/components/schemas/RoomsPage'");

        spec.Problems().Should().Equal(
            $"{spec.Place}: error AMITY103: listRooms: '#/components/schemas/RoomsPage' points to nothing; "
            + "a reference is written #/components/..., whatever part it stands in.",
            "openapi/rooms/schemas.yaml(3,5): error AMITY104: Nothing uses RoomPage.",
            "openapi/rooms/schemas.yaml(9,5): error AMITY104: Nothing uses Paging.");
    }

    [TestCase("schemas", "▸Chamber: {type: object, description: A chamber., properties: {a: {type: string, example: a}}}", "Chamber")]
    [TestCase("schemas", "▸Names: {type: array, items: {type: string, example: a}}", "Names")]
    [TestCase("schemas", "▸Tree: {type: object, description: A tree., properties: {left: {$ref: '#/components/schemas/Tree'}}}", "Tree")]
    [TestCase("responses", "▸Gone:\n  description: It is gone.", "Gone")]
    [TestCase("parameters", "▸Skip: {name: skip, in: query, description: How many to skip., schema: {type: integer}}", "Skip")]
    [TestCase("schemes", "▸cookie: {type: apiKey, in: cookie, name: session}", "cookie")]
    public void Component_NotUsed_IsRejected(string comment, string lines, string name)
    {
        using var spec = new SmallSpec().Add(comment, lines);

        spec.ShouldHaveOneProblem(Unused, $"Nothing uses {name}.");
    }

    [Test]
    public void Scheme_OfOneOperation_IsUsed()
    {
        using var spec = new SmallSpec()
            .Add("schemes", "cookie: {type: apiKey, in: cookie, name: session}")
            .Add("keywords of listRooms", "security: [{bearer: []}, {cookie: []}]");

        spec.Problems().Should().BeEmpty();
    }

    [Test]
    public void Reference_InAnExample_IsData()
    {
        using var spec = new SmallSpec().Add("keywords of Room", "example: {$ref: '#/nowhere'}");

        spec.Problems().Should().BeEmpty();
    }
}
