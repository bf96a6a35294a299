using PactNet.Matchers;

namespace Amity.Tests.Contract.Consumer;

[Order(1)]
internal sealed class BroadcastPactTests : PactTest
{
    [Test]
    public async Task GetBroadcastCredentialsAsync_CoHostRoom_GivesTokenAndAddress()
    {
        Upon("a request for the credentials of a room for co-hosts")
            .Given(States.CoHostRoom, OfRoom)
            .WithRequest(HttpMethod.Get, $"/api/v1/rooms/{PactValues.Room}/token")
            .WillRespond()
            .WithStatus(200)
            .WithJsonBody(new { coHostToken = Match.Type("example-broadcast-token"), coHostUrl = Match.Type("wss://live.example.com") });

        await VerifyAsync(async client =>
        {
            var credentials = await client.Rooms.GetBroadcastCredentialsAsync(PactValues.Room);

            credentials.CoHostToken.Should().Be("example-broadcast-token");
            credentials.CoHostUrl.Should().Be("wss://live.example.com");
            credentials.DirectStreamUrl.Should().BeNull();
        });
    }

    [Test]
    public async Task GetBroadcastCredentialsAsync_DirectRoom_GivesStreamAddress()
    {
        Upon("a request for the credentials of a room for direct streaming")
            .Given(States.DirectRoom, OfRoom)
            .WithRequest(HttpMethod.Get, $"/api/v1/rooms/{PactValues.Room}/token")
            .WillRespond()
            .WithStatus(200)
            .WithJsonBody(new { directStreamUrl = Match.Type("srt://ingest.example.com:8890?streamid=example") });

        await VerifyAsync(async client =>
        {
            var credentials = await client.Rooms.GetBroadcastCredentialsAsync(PactValues.Room);

            credentials.DirectStreamUrl.Should().StartWith("srt://ingest.example.com");
            credentials.CoHostToken.Should().BeNull();
        });
    }
}
