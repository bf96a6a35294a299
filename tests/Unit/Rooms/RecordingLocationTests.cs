using System.Net;

namespace Amity.Tests.Unit.Rooms;

/// <summary>The two recording operations give the address that they are redirected to.</summary>
public sealed class RecordingLocationTests
{
    private static IEnumerable<Func<RoomsClient, Task<Uri>>> Operations =>
        [rooms => rooms.GetRecordingLocationAsync("r", "p"), rooms => rooms.GetRecordingThumbnailLocationAsync("r", "p")];

    private static IEnumerable<TestCaseData> Locations =>
    [
        new("https://stream.example.com/p.m3u8?signature=a%2Fb", "https://stream.example.com/p.m3u8?signature=a%2Fb"),
        new("/signed/p.m3u8", "https://api.example.com/signed/p.m3u8"),
        new("../other", "https://api.example.com/api/v1/rooms/r/recorded/other"),
        new("//cdn.example.com/p", "https://cdn.example.com/p"),
    ];

    [TestCaseSource(nameof(Locations))]
    public async Task Recording_Redirected_GivesTheAbsoluteLocation(string header, string expected)
    {
        foreach (var operation in Operations)
        {
            var handler = new ScriptedHandler().Response(ScriptedHandler.Redirect(header));

            (await operation(TestClient.Rooms(handler))).Should().Be(new Uri(expected));

            handler.Requests.Should().ContainSingle();
        }
    }

    [TestCaseSource(nameof(Operations))]
    public async Task Recording_RedirectedToAnotherHost_IsNeverAskedThere(Func<RoomsClient, Task<Uri>> operation)
    {
        await using var elsewhere = RawServer.Responding(RawServer.Ok("{}"));
        await using var service = RawServer.Responding($"HTTP/1.1 302 Found\r\nLocation: {elsewhere.Address}p\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var client = TestClient.At(service.Address);

        var location = await operation(client.Rooms);

        location.Should().Be(new Uri(elsewhere.Address, "p"));
        service.Requests.Should().Be(1);
        elsewhere.Requests.Should().Be(0);
    }

    [Test]
    public async Task Recording_OtherResponses_AreErrors([Values(200, 302, 404, 500)] int status)
    {
        foreach (var operation in Operations)
        {
            var act = () => operation(TestClient.Rooms(new ScriptedHandler().Response(status, """{"status":"error","code":400400,"message":"Not found."}""")));

            (await act.Should().ThrowAsync<AmityApiException>()).Which.StatusCode.Should().Be(status);
        }
    }

    [Test]
    public async Task Recording_NoResponse_IsATransportError()
    {
        var act = () => TestClient.Rooms(new ScriptedHandler().Throw(new HttpRequestException("reset"))).GetRecordingLocationAsync("r", "p");

        (await act.Should().ThrowAsync<AmityTransportException>()).Which.Operation.Should().Be("getRecordingLocation");
    }

    [Test]
    public async Task Recording_FoundByItsAddressOnAnotherHost_IsAskedForAtTheClientsOwn()
    {
        var handler = new ScriptedHandler().Response(new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri("https://stream.example.com/") } });
        var recording = new RecordedPlaybackInfo { Url = "https://elsewhere.example.com/api/v1/rooms/r/recorded/p/watch" };

        await TestClient.Rooms(handler).GetRecordingLocationAsync("r", recording.PlaybackId!);

        handler.Requests.Single().Address.Should().Be(new Uri("https://api.example.com/api/v1/rooms/r/recorded/p/watch"));
    }
}
