using PactNet.Matchers;

namespace Amity.Tests.Contract.Consumer;

[Order(1)]
internal sealed class RecordingPactTests : PactTest
{
    private const string Address = $"https://apix.us.amity.co/api/v1/rooms/{Fixed.Room}/recorded/{Fixed.Playback}";

    private static Dictionary<string, string> OfRecording => Parameters(("roomId", Fixed.Room), ("playbackId", Fixed.Playback));

    [Test]
    public async Task GetRoomAsync_Recording_GivesPlaybackId()
    {
        Upon("a request for a room with a recording")
            .Given(States.RecordedRoom, OfRecording)
            .WithRequest(HttpMethod.Get, $"/api/v1/rooms/{Fixed.Room}")
            .WillRespond()
            .WithRoom(new
            {
                roomId = Match.Type(Fixed.Room),
                recordedPlaybackInfos = Match.MinType(
                    new
                    {
                        url = Match.Regex($"{Address}/watch", "^https?://.+/recorded/[^/]+/watch$"),
                        thumbnailUrl = Match.Regex($"{Address}/thumbnail", "^https?://.+/recorded/[^/]+/thumbnail$"),
                    },
                    1),
            });

        await VerifyAsync(async client =>
            (await client.Rooms.GetRoomAsync(Fixed.Room)).RecordedPlaybackInfos.Should().ContainSingle()
                .Which.PlaybackId.Should().Be(Fixed.Playback));
    }

    [Test]
    public async Task GetRecordingLocationAsync_Recording_GivesLocation()
    {
        Redirect("a request for the location of a recording", "watch", "https://stream.example.com/01JNP4Y7Q2T9.m3u8?signature=example");

        await VerifyAsync(async client =>
            (await client.Rooms.GetRecordingLocationAsync(Fixed.Room, Fixed.Playback)).AbsoluteUri
                .Should().Be("https://stream.example.com/01JNP4Y7Q2T9.m3u8?signature=example"));
    }

    [Test]
    public async Task GetRecordingThumbnailLocationAsync_Recording_GivesLocation()
    {
        Redirect("a request for the location of a recording's thumbnail", "thumbnail", "https://image.example.com/01JNP4Y7Q2T9.png?signature=example");

        await VerifyAsync(async client =>
            (await client.Rooms.GetRecordingThumbnailLocationAsync(Fixed.Room, Fixed.Playback)).AbsoluteUri
                .Should().Be("https://image.example.com/01JNP4Y7Q2T9.png?signature=example"));
    }

    private void Redirect(string description, string part, string location) => Upon(description)
        .Given(States.RecordedRoom, OfRecording)
        .WithRequest(HttpMethod.Get, $"/api/v1/rooms/{Fixed.Room}/recorded/{Fixed.Playback}/{part}")
        .WillRespond()
        .WithStatus(302)
        .WithHeader("Location", Match.Regex(location, "^https?://.+$"));
}
