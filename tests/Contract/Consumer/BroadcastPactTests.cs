using PactNet.Matchers;

namespace Amity.Tests.Contract.Consumer;

/// <summary>The credentials of the other type of room; an example shows those of one.</summary>
[Order(1)]
internal sealed class BroadcastPactTests : PactTest
{
    [Test]
    public async Task GetBroadcastCredentialsAsync_DirectRoom_GivesStreamAddress()
    {
        Upon("getBroadcastCredentials", "a request for the credentials of a room for direct streaming")
            .Given(States.DirectRoom, Parameters(("roomId", "room-for-direct-streaming")))
            .WithRequest(HttpMethod.Get, "/api/v1/rooms/room-for-direct-streaming/token")
            .WillRespond()
            .WithStatus(200)
            .WithJsonBody(new { directStreamUrl = Match.Type("srt://ingest.example.com:8890?streamid=example") });

        await VerifyAsync(async client =>
        {
            var credentials = await client.Rooms.GetBroadcastCredentialsAsync("room-for-direct-streaming");

            credentials.DirectStreamUrl.Should().Be("srt://ingest.example.com:8890?streamid=example");
            credentials.CoHostToken.Should().BeNull();
        });
    }
}
