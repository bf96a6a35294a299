namespace Amity.Tests.Unit.Http;

/// <summary>How reserved characters are escaped in paths and queries, seen on the socket.</summary>
public sealed class EscapingTests
{
    [TestCase("a/b", "a%2Fb")]
    [TestCase("../../v3", "..%2F..%2Fv3")]
    [TestCase("a\\b", "a%5Cb")]
    [TestCase("a%2Fb", "a%252Fb")]
    [TestCase("%2e%2e", "%252e%252e")]
    [TestCase("a?b=c", "a%3Fb%3Dc")]
    [TestCase("a#b", "a%23b")]
    [TestCase("a b", "a%20b")]
    [TestCase(" ", "%20")]
    [TestCase("...", "...")]
    [TestCase("a;b,c:d@e&f+g", "a%3Bb%2Cc%3Ad%40e%26f%2Bg")]
    [TestCase("a\r\nHost: evil\0\u007f", "a%0D%0AHost%3A%20evil%00%7F")]
    [TestCase("🎥", "%F0%9F%8E%A5")]
    [TestCase("é", "%C3%A9")]
    public async Task PathArguments_WithReservedCharacters_StayInTheirSegments(string id, string escaped)
    {
        await using var server = RawServer.Responding("HTTP/1.1 302 Found\r\nLocation: https://stream.example.com/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var client = TestClient.At(server.Address);

        await client.Rooms.GetRecordingLocationAsync(id, id);

        server.RequestLines.Should().Equal($"GET /api/v1/rooms/{escaped}/recorded/{escaped}/watch HTTP/1.1");
    }

    [Test]
    public async Task QueryArguments_WithReservedCharacters_StayInTheirValue()
    {
        await using var server = RawServer.Responding(RawServer.Ok("""{"paging":{}}"""));
        using var client = TestClient.At(server.Address);

        await client.Rooms.ListViewerBansAsync("r", new() { PageSize = 1, ContinuationToken = "a&b=c#d+e/🎥" }).GetPageAsync();

        server.RequestLines.Should().Equal("GET /api/v1/rooms/r/viewer-bans?limit=1&token=a%26b%3Dc%23d%2Be%2F%F0%9F%8E%A5 HTTP/1.1");
    }
}
