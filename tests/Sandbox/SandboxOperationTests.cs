namespace Amity.Tests.Sandbox;

/// <summary>Every operation once in its good case; the responses are held against the spec when the test ends.</summary>
internal sealed class SandboxOperationTests : SandboxTest
{
    private static IEnumerable<string> Operations => Spec.Operations.Keys;

    [TestCaseSource(nameof(Operations))]
    public async Task Operation_ExampleOfTheSpec_Succeeds(string operationId)
    {
        Sandbox.AddExamples();

        var response = await SendAsync(SpecRequest.Least(operationId));

        Observed.Should().ContainSingle().Which.OperationId.Should().Be(operationId, "its path is in the contract");
        response.Status.Should().Be(Spec.SuccessOf(operationId), response.Text);
    }

    [Test]
    public void StatefulOperations_OfTheSandbox_AreOperationsOfTheSpec() =>
        Sandbox.StatefulOperations.Should().HaveCountGreaterThan(10).And.OnlyHaveUniqueItems().And.BeSubsetOf(Spec.Operations.Keys);

    [Test]
    public async Task StopRoom_NotOnTheAir_IsBadRequest()
    {
        var room = Sandbox.AddRoom();

        (await SendAsync("POST", $"api/v1/rooms/{room.RoomId}/stop")).ShouldBe(400, 400000);
    }

    [Test]
    public async Task DeleteRoom_Twice_IsBadRequest()
    {
        var room = Sandbox.AddRoom();
        await SendAsync("DELETE", $"api/v1/rooms/{room.RoomId}");

        // The spec declares no 404 for this call.
        (await SendAsync("DELETE", $"api/v1/rooms/{room.RoomId}")).ShouldBe(400, 400000);
        (await GetAsync($"api/v1/rooms/{room.RoomId}")).ShouldBe(404, 400400);
        Sandbox.FindRoom(room.RoomId)!.IsDeleted.Should().BeTrue();
    }
}
