using PactNet.Matchers;

namespace Amity.Tests.Contract.Consumer;

[Order(1)]
internal sealed class RecordingPactTests : PactTest
{
    private const string Address = $"https://apix.us.amity.co/api/v1/rooms/{PactValues.Room}/recorded/{PactValues.Playback}";

    private static Dictionary<string, string> OfRecording => Parameters(("roomId", PactValues.Room), ("playbackId", PactValues.Playback));

    [Test]
    public async Task GetRoomAsync_Recording_GivesPlaybackId()
    {
        Upon("a request for a room with a recording")
            .Given(States.RecordedRoom, OfRecording)
            .WithRequest(HttpMethod.Get, $"/api/v1/rooms/{PactValues.Room}")
            .WillRespond()
            .WithRoom(new
            {
                roomId = Match.Type(PactValues.Room),
                recordedPlaybackInfos = Match.MinType(
                    new
                    {
                        url = Match.Regex($"{Address}/watch", "^https?://.+/recorded/[^/]+/watch$"),
                        thumbnailUrl = Match.Regex($"{Address}/thumbnail", "^https?://.+/recorded/[^/]+/thumbnail$"),
                    },
                    1),
            });

        await VerifyAsync(async client =>
            (await client.Rooms.GetRoomAsync(PactValues.Room)).RecordedPlaybackInfos.Should().ContainSingle()
                .Which.PlaybackId.Should().Be(PactValues.Playback));
    }

    [Test]
    public async Task GetRecordingLocationAsync_Recording_GivesLocation()
    {
        Redirect("a request for the location of a recording", "watch", "https://stream.example.com/01JNP4Y7Q2T9.m3u8?signature=example");

        await VerifyAsync(async client =>
            (await client.Rooms.GetRecordingLocationAsync(PactValues.Room, PactValues.Playback)).AbsoluteUri
                .Should().Be("https://stream.example.com/01JNP4Y7Q2T9.m3u8?signature=example"));
    }

    [Test]
    public async Task GetRecordingThumbnailLocationAsync_Recording_GivesLocation()
    {
        Redirect("a request for the location of a recording's thumbnail", "thumbnail", "https://image.example.com/01JNP4Y7Q2T9.png?signature=example");

        await VerifyAsync(async client =>
            (await client.Rooms.GetRecordingThumbnailLocationAsync(PactValues.Room, PactValues.Playback)).AbsoluteUri
                .Should().Be("https://image.example.com/01JNP4Y7Q2T9.png?signature=example"));
    }

    private void Redirect(string description, string part, string location) => Upon(description)
        .Given(States.RecordedRoom, OfRecording)
        .WithRequest(HttpMethod.Get, $"/api/v1/rooms/{PactValues.Room}/recorded/{PactValues.Playback}/{part}")
        .WillRespond()
        .WithStatus(302)
        .WithHeader("Location", Match.Regex(location, "^https?://.+$"));
}
