namespace Amity.Tests.Sandbox;

internal sealed class SandboxParallelTests : SandboxTest
{
    [Test]
    public async Task Calls_200InParallel_LoseNothing()
    {
        var room = Sandbox.AddRoom();

        var responses = await Task.WhenAll(Enumerable.Range(1, 200).Select(number => number % 2 == 0
            ? SendAsync("POST", $"api/v1/rooms/{room.RoomId}/viewer-bans", Ids($"viewer-{number}"))
            : GetAsync($"api/v1/rooms/{room.RoomId}/viewer-bans?limit=50")));

        responses.Should().OnlyContain(response => response.Status == 200);
        Sandbox.RequestCount.Should().Be(200);
        Sandbox.BannedViewers(room.RoomId).Should().BeEquivalentTo(Enumerable.Range(1, 100).Select(number => $"viewer-{2 * number}"));
    }
}
