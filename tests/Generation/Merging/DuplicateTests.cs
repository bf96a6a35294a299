namespace Amity.Tests.Generation.Merging;

/// <summary>What stands in two places is rejected at the second, which names the first.</summary>
public sealed class DuplicateTests
{
    private const string Duplicate = "AMITY102";

    [Test]
    public void Key_TwiceInAnObject_IsRejected()
    {
        using var spec = new SmallSpec().Replace("summary: Changes a room.", "summary: Changes a room.\n      ▸summary: Changes it.");

        spec.ShouldHaveOneProblem(Duplicate, "'summary' is also in openapi/rooms/paths.yaml, line 31.");
    }

    [Test]
    public void Keys_TwiceInAnObject_AreAllRejected()
    {
        using var spec = new SmallSpec().Add("fields of Room", "a: {type: integer}\na: {type: integer}\nb: {type: integer}\nb: {type: integer}");

        spec.Problems().Should().HaveCount(2).And.OnlyContain(problem => problem.Contains(Duplicate));
    }

    [Test]
    public void Method_OfAPathInTwoParts_IsRejected()
    {
        using var spec = new SmallSpec().Part("rooms/paths2.yaml", """
            paths:
              /rooms:
                ▸get:
                  operationId: findRooms
            """);

        spec.ShouldHaveOneProblem(Duplicate, "'get' is also in openapi/rooms/paths.yaml, line 6.");
    }

    [Test]
    public void Path_InTwoPartsWithOtherMethods_IsMerged()
    {
        using var spec = new SmallSpec().Part("rooms/paths2.yaml", """
            paths:
              /rooms:
                delete:
                  operationId: deleteRooms
                  tags: [Rooms]
                  x-repeat: safe
                  x-result: none
                  summary: Deletes all rooms.
                  responses: {'204': {description: Done.}}
            """);

        spec.ForNSwag()["paths"]!["/rooms"]!.AsObject().Select(method => method.Key).Should().Equal("get", "delete");
    }

    [TestCase("schemas", "Room", "rooms/schemas.yaml, line 14")]
    [TestCase("responses", "NotFound", "common/responses.yaml, line 3")]
    [TestCase("parameters", "Limit", "common/responses.yaml, line 9")]
    [TestCase("securitySchemes", "bearer", "service.yaml, line 11")]
    public void Component_InTwoParts_IsRejected(string section, string name, string first)
    {
        using var spec = new SmallSpec().Part("zoo/parts.yaml", $"components:\n  {section}:\n    ▸{name}: {{}}\n");

        spec.ShouldHaveOneProblem(Duplicate, $"'{name}' is also in openapi/{first}.");
    }

    [Test]
    public void Tag_InTwoParts_IsRejected()
    {
        using var spec = new SmallSpec().Part("zoo/parts.yaml", "tags:\n  - ▸name: Rooms\n    description: More rooms.\n");

        spec.ShouldHaveOneProblem(Duplicate, "The tag 'Rooms' is also in openapi/rooms/paths.yaml, line 2.");
    }

    [Test]
    public void Information_InTwoParts_IsRejected()
    {
        using var spec = new SmallSpec().Part("zoo/parts.yaml", "▸info: {title: Zoo}\n");

        spec.ShouldHaveOneProblem(Duplicate, "'info' is also in openapi/service.yaml, line 2.");
    }

    [TestCase("listRooms")]
    [TestCase("ListRooms")]
    public void OperationId_OfTheSameMethod_IsRejected(string id)
    {
        using var spec = new SmallSpec().Replace("operationId: updateRoom", $"operationId: ▸{id}");

        spec.ShouldHaveOneProblem(Duplicate, $"The operation id {id} is also in openapi/rooms/paths.yaml, line 7.");
    }
}
