namespace Amity.Tests.Unit.Rooms;

/// <summary>The recording's id comes out of either of its addresses.</summary>
public sealed class PlaybackIdTests
{
    [TestCase("https://apix.eu.amity.co/api/v1/rooms/r/recorded/p1/watch", null, "p1")]
    [TestCase(null, "https://apix.eu.amity.co/api/v1/rooms/r/recorded/p1/thumbnail", "p1")]
    [TestCase("https://cdn.example.com/other", "https://apix.eu.amity.co/api/v1/rooms/r/recorded/p1/thumbnail", "p1")]
    [TestCase("https://apix.eu.amity.co/api/v1/rooms/r/recorded/p1/watch", "https://apix.eu.amity.co/api/v1/rooms/r/recorded/p2/thumbnail", "p1")]
    [TestCase("https://apix.eu.amity.co/api/v1/rooms/recorded/recorded/p1/watch?token=/recorded/x/watch", null, "p1")]
    [TestCase("https://apix.eu.amity.co/api/v1/rooms/r/recorded/a%2Fb%20c/watch", null, "a/b c")]
    [TestCase(null, null, null)]
    [TestCase("", "", null)]
    [TestCase("not an address", "::", null)]
    [TestCase("/api/v1/rooms/r/recorded/p1/watch", null, null)]
    [TestCase("https://apix.eu.amity.co/api/v1/rooms/r/recorded/p1", null, null)]
    [TestCase("https://apix.eu.amity.co/api/v1/rooms/r/recorded//watch", null, null)]
    [TestCase("https://apix.eu.amity.co/api/v1/rooms/r/recorded/", null, null)]
    [TestCase("https://apix.eu.amity.co/watch?next=/recorded/p1/watch", null, null)]
    public void PlaybackId_OfItsAddresses_IsFoundOrNull(string? url, string? thumbnailUrl, string? expected) =>
        new RecordedPlaybackInfo { Url = url, ThumbnailUrl = thumbnailUrl }.PlaybackId.Should().Be(expected);
}
