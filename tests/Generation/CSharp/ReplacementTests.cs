namespace Amity.Tests.Generation.CSharp;

/// <summary>An operation that another replaces is deprecated and says which; neither is said without the other.</summary>
public sealed class ReplacementTests
{
    private const string Old = """
        /old-rooms:
          get:
            operationId: listOldRooms
            tags: [Rooms]
            x-repeat: safe
            x-result: none
            deprecated: true
            x-replaced-by: listRooms
            summary: Lists old rooms.
            responses: {'204': {description: Nothing.}}
        """;

    [Test]
    public void Replacement_IsTheMethodToCallInstead()
    {
        using var spec = new SmallSpec().Add("paths", Old);

        spec.PlanOf("get", "/old-rooms")["replacement"]!.GetValue<string>().Should().Be("ListRoomsAsync");
        spec.PlanOf("get", "/rooms")["replacement"].Should().BeNull();
    }

    [TestCase("      deprecated: true\n", "", "      x-replaced-by", "      ▸x-replaced-by")]
    [TestCase("      x-replaced-by: listRooms\n", "", "      deprecated", "      ▸deprecated")]
    [TestCase("deprecated: true", "deprecated: false", "x-replaced-by", "▸x-replaced-by")]
    public void Either_WithoutTheOther_IsRejected(string text, string replacement, string first, string marked)
    {
        using var spec = new SmallSpec().Add("paths", Old).Replace(text, replacement).Replace(first, marked);

        spec.ShouldHaveOneProblem("AMITY106", "listOldRooms: deprecated: true and x-replaced-by stand together.");
    }

    [TestCase("listRoms")]
    [TestCase("listOldRooms")]
    public void Replacement_ByNoOtherOperation_IsRejected(string id)
    {
        using var spec = new SmallSpec().Add("paths", Old).Replace("x-replaced-by: listRooms", $"x-replaced-by: ▸{id}");

        spec.ShouldHaveOneProblem(
            "AMITY103", $"listOldRooms: x-replaced-by is the id of an operation that is not deprecated, and {id} is none.");
    }
}
