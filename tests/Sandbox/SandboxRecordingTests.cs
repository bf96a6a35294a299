namespace Amity.Tests.Sandbox;

internal sealed class SandboxRecordingTests : SandboxTest
{
    [TestCase("watch", "recording.m3u8")]
    [TestCase("thumbnail", "thumbnail.png")]
    public async Task Recording_Known_RedirectsToAnotherHost(string part, string file)
    {
        var room = Sandbox.AddRoom(settings => settings.Status = "ended");
        var playback = Sandbox.AddRecording(room.RoomId);

        var response = await GetAsync($"api/v1/rooms/{room.RoomId}/recorded/{playback}/{part}");

        response.Status.Should().Be(302);
        response.Bytes.Should().BeEmpty();
        response.Location!.Host.Should().NotBe(Sandbox.Address.Host);
        response.Location.AbsolutePath.Should().EndWith(file);
        Sandbox.RequestCount.Should().Be(1);
    }

    [Test]
    public async Task Recording_AddressInTheRoom_IsTheOneThatRedirects()
    {
        var room = Sandbox.AddRoom(settings => settings.Status = "ended");
        Sandbox.AddRecording(room.RoomId);
        var recording = (await GetAsync($"api/v1/rooms/{room.RoomId}")).Json["rooms"]![0]!["recordedPlaybackInfos"]![0]!;

        (await GetAsync(new Uri((string)recording["url"]!).PathAndQuery)).Status.Should().Be(302);
        (await GetAsync(new Uri((string)recording["thumbnailUrl"]!).PathAndQuery)).Status.Should().Be(302);
    }

    [Test]
    public async Task Recording_SessionCookie_IsTaken()
    {
        var room = Sandbox.AddRoom(settings => settings.Status = "ended");
        var playback = Sandbox.AddRecording(room.RoomId);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"api/v1/rooms/{room.RoomId}/recorded/{playback}/watch", UriKind.Relative));
        request.Headers.Add("Cookie", $"_ascSession={Sandbox.AddToken("vic")}");

        (await SendAsync(request)).Status.Should().Be(302);
    }
}
