namespace Amity.Tests.Unit.Leaks;

/// <summary>What a gateway keeps with one credential goes out with no other, though they share connections.</summary>
public sealed class CookieLeakTests
{
    [Test]
    public async Task Cookie_OfAnResponse_IsNotSentAgain()
    {
        await using var service = RawServer.Responding("HTTP/1.1 200 OK\r\nSet-Cookie: session=of-the-first; Path=/\r\nContent-Length: 12\r\nConnection: close\r\n\r\n{\"rooms\":[]}");
        using var first = new AmityClient(service.Address, AmityCredential.Bearer("first"));
        var second = first.WithCredential(AmityCredential.Bearer("second"));

        await first.Rooms.ListRoomsAsync().GetPageAsync();
        await second.Rooms.ListRoomsAsync().GetPageAsync();

        service.Heads.Should().HaveCount(2).And.NotContain(head => head.Contains("of-the-first", StringComparison.Ordinal));
    }
}
