using Newtonsoft.Json;

namespace Amity.Tests.Unit.Json;

/// <summary>A response's repeated short texts are one string each; no response keeps another's.</summary>
public sealed class SharedTextTests
{
    [TestCase("a", true)]
    [TestCase("65f0c1d2a3b4c5d6e7f80912", true)]
    [TestCase("0123456789012345678901234567890123456789", true)]
    [TestCase("01234567890123456789012345678901234567890", false)]
    [TestCase("größe", false)]
    public async Task Text_RepeatedInAnResponse_IsOneString(string text, bool shared)
    {
        var ids = await ReadAsync(text, "other", text);

        ids.Should().Equal(text, "other", text);
        ReferenceEquals(ids[0], ids[2]).Should().Be(shared);
    }

    [Test]
    public async Task Text_OfAnotherResponse_IsAnotherString()
    {
        var (first, second) = ((await ReadAsync("anna"))[0], (await ReadAsync("anna"))[0]);

        second.Should().Be(first);
        ReferenceEquals(first, second).Should().BeFalse();
    }

    [Test]
    public async Task Text_OfAnResponseThatIsRejected_IsNotKept()
    {
        string?[] before = [.. await ReadAsync("anna")];
        var rooms = TestClient.Rooms(new ScriptedHandler().Response("""{"rooms":[{"childRoomIds":["anna","""));
        await rooms.Invoking(r => r.ListRoomsAsync().GetPageAsync()).Should().ThrowAsync<AmityTransportException>();

        ReferenceEquals(before[0], (await ReadAsync("anna"))[0]).Should().BeFalse();
    }

    [Test]
    public async Task Texts_ManyMoreThanAreShared_AreAllRight([Values(1, 7, 8, 9, 15, 16, 17, 38, 39, 40, 41)] int length)
    {
        // Ten times as many as there are places, each twice, so that most meet another in theirs.
        var random = new Random(length);
        string[] texts = [.. Enumerable.Range(0, 10_000).Select(_ => string.Concat(Enumerable.Range(0, length).Select(i => (char)random.Next(i % 5 == 0 ? '0' : 'a', 'z'))))];
        string[] all = [.. texts, .. texts, .. texts.Select(text => text + "\u00e9"), .. texts.Select(text => text[..^1] + "\0")];

        (await ReadAsync(all)).Should().Equal(all);
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(params string[] ids)
    {
        using var client = TestClient.Over(new ScriptedHandler().Response($$"""{"rooms":[{"childRoomIds":{{JsonConvert.SerializeObject(ids)}}}]}"""));
        return (await client.Rooms.ListRoomsAsync().GetPageAsync()).Items[0].ChildRoomIds;
    }
}
