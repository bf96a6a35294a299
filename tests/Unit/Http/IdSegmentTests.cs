using FsCheck;
using FsCheck.Fluent;

namespace Amity.Tests.Unit.Http;

/// <summary>Any id that is accepted stays inside its own path segment, seen on a raw socket.</summary>
public sealed class IdSegmentTests
{
    private static readonly string[] Pieces = [".", "..", "/", "\\", "%", "%2e", "%2F", "%00", "?", "#", " ", "\0", "\t", "\r\n", "\u007f", "\u0085", "\u2028", "\uff0e", "\u2215", "é", "🎥", "\ud83d", ":", "@", ";", "a", "~", "+", "[", "]", "{", "|", "^", "`", "\"", "<"];

    private static Gen<string> Ids => Gen.NonEmptyListOf(Gen.Elements(Pieces)).Select(pieces => string.Concat(pieces)[..Math.Min(50, string.Concat(pieces).Length)]);

    [Test]
    public async Task Id_OfAnyCharacters_StaysInItsSegmentOrIsRejected()
    {
        await using var server = RawServer.Responding("HTTP/1.1 302 Found\r\nLocation: https://stream.example.com/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var client = new AmityClient(server.Address, AmityCredential.Bearer("t"), new AmityClientOptions { RateLimiting = false });

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(Arb.From(Gen.Zip(Ids, Ids)), ids => HoldAsync(server, client, ids.Item1, ids.Item2).GetAwaiter().GetResult()));
    }

    private static async Task HoldAsync(RawServer server, AmityClient client, string roomId, string playbackId)
    {
        var before = server.Requests;
        try
        {
            await client.Rooms.GetRecordingLocationAsync(roomId, playbackId);
        }
        catch (ArgumentException)
        {
            server.Requests.Should().Be(before, "what is rejected is not sent");
            (IsUnusable(roomId) || IsUnusable(playbackId)).Should().BeTrue();
            return;
        }

        var line = server.RequestLines[^1];
        line.Should().MatchRegex("^GET [!-~]+ HTTP/1.1$");
        var segments = line.Split(' ')[1].Split('/');
        segments.Should().HaveCount(8);
        segments.Where((_, i) => i is not 4 and not 6).Should().Equal(string.Empty, "api", "v1", "rooms", "recorded", "watch");
        Uri.UnescapeDataString(segments[4]).Should().Be(roomId);
        Uri.UnescapeDataString(segments[6]).Should().Be(playbackId);
    }

    private static bool IsUnusable(string id) => id is "." or ".." || id.Where((letter, i) => char.IsSurrogate(letter)
        && !(i + 1 < id.Length && char.IsSurrogatePair(letter, id[i + 1])) && !(i > 0 && char.IsSurrogatePair(id[i - 1], letter))).Any();
}
