namespace Amity.Tests.Contract.SandboxBehaviour;

/// <summary>Every operation once in its good case; the answers are held against the spec when the test ends.</summary>
internal sealed class OperationTests : SandboxTest
{
    private static readonly Dictionary<string, Func<OperationTests, SandboxRoom, Task<Answer>>> Calls = new()
    {
        ["createRoom"] = (test, room) => test.SendAsync("POST", "api/v1/rooms", $$"""{"metadata":{"season":2},"title":"Second camera","parentRoomId":"{{room.RoomId}}"}"""),
        ["listRooms"] = (test, _) => test.GetAsync("api/v1/rooms"),
        ["getRoom"] = (test, room) => test.GetAsync($"api/v1/rooms/{room.RoomId}"),
        ["updateRoom"] = (test, room) => test.SendAsync("PUT", $"api/v1/rooms/{room.RoomId}", """{"title":"Part two"}"""),
        ["deleteRoom"] = (test, room) => test.SendAsync("DELETE", $"api/v1/rooms/{room.RoomId}"),
        ["stopRoom"] = (test, room) => test.SendAsync("POST", $"api/v1/rooms/{room.RoomId}/stop"),
        ["getBroadcastCredentials"] = (test, room) => test.GetAsync($"api/v1/rooms/{room.RoomId}/token"),
        ["removeParticipant"] = (test, room) => test.SendAsync("DELETE", $"api/v1/rooms/{room.RoomId}/participants", """{"participantUserId":"cohost-1"}"""),
        ["getRecordingLocation"] = (test, room) => test.GetAsync($"api/v1/rooms/{room.RoomId}/recorded/{room.PlaybackIds[0]}/watch"),
        ["getRecordingThumbnailLocation"] = (test, room) => test.GetAsync($"api/v1/rooms/{room.RoomId}/recorded/{room.PlaybackIds[0]}/thumbnail"),
        ["banViewers"] = (test, room) => test.SendAsync("POST", $"api/v1/rooms/{room.RoomId}/viewer-bans", Ids("vic")),
        ["listViewerBans"] = (test, room) => test.GetAsync($"api/v1/rooms/{room.RoomId}/viewer-bans"),
        ["unbanViewers"] = (test, room) => test.SendAsync("DELETE", $"api/v1/rooms/{room.RoomId}/viewer-bans", Ids("viewer-0001")),
        ["reportWatchTime"] = (test, room) => test.SendAsync("POST", "api/v3/user-event/room", $$"""
            {"signature":"c2ln","nonceStr":"n-1","timestamp":"2026-03-06T18:32:10.250Z","rooms":[{"roomId":"{{room.RoomId}}","startTime":"2026-03-06T18:30:00.000Z","endTime":"2026-03-06T18:32:00.000Z","watchSeconds":120}]}
            """),
    };

    private static IEnumerable<string> Operations => Calls.Keys;

    [Test]
    public void Operations_TriedHere_AreThoseOfTheSpec() => Operations.Should().BeEquivalentTo(Spec.Operations.Keys);

    [TestCaseSource(nameof(Operations))]
    public async Task Operation_GoodRequest_Succeeds(string operationId)
    {
        var room = Sandbox.AddDemoRoom(viewerBans: 30);

        var answer = await Calls[operationId](this, room);

        answer.Status.Should().Be(operationId.StartsWith("getRecording", StringComparison.Ordinal) ? 302 : 200);
        Observed.Should().ContainSingle().Which.OperationId.Should().Be(operationId);
    }

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
