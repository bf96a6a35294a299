using PactNet.Matchers;

namespace Amity.Tests.Contract.Consumer;

/// <summary>The form of a recording's addresses, of which the client takes the recording's id.</summary>
[Order(1)]
internal sealed class RecordingPactTests : PactTest
{
    private const string Address = $"https://apix.us.amity.co/api/v1/rooms/{PactValues.Room}/recorded/{PactValues.Playback}";

    [Test]
    public async Task GetRoomAsync_Recording_GivesPlaybackId()
    {
        Upon("getRoom", "a request for a room with a recording")
            .WithRequest(HttpMethod.Get, $"/api/v1/rooms/{PactValues.Room}")
            .WillRespond()
            .WithStatus(200)
            .WithJsonBody(new
            {
                rooms = Match.MinType(
                    new
                    {
                        roomId = Match.Type(PactValues.Room),
                        recordedPlaybackInfos = Match.MinType(
                            new
                            {
                                url = Match.Regex($"{Address}/watch", "^https?://.+/recorded/[^/]+/watch$"),
                                thumbnailUrl = Match.Regex($"{Address}/thumbnail", "^https?://.+/recorded/[^/]+/thumbnail$"),
                            },
                            1),
                    },
                    1),
            });

        await VerifyAsync(async client =>
            (await client.Rooms.GetRoomAsync(PactValues.Room)).RecordedPlaybackInfos.Should().ContainSingle()
                .Which.PlaybackId.Should().Be(PactValues.Playback));
    }
}
