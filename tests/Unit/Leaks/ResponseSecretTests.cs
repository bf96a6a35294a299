
namespace Amity.Tests.Unit.Leaks;

/// <summary>What a response holds in confidence shows in no exception, however the response is broken.</summary>
public sealed class ResponseSecretTests
{
    private const string Secret = "srt://ingest.example.com?passphrase=hush";

    private static IEnumerable<TestCaseData> Broken =>
    [
        Case("cut within", $$"""{"directStreamUrl":"{{Secret}}"""),
        Case("cut behind", $$"""{"directStreamUrl":"{{Secret}}","coHostToken":"""),
        Case("a text alone", $"\"{Secret}\""),
        Case("no quotes", $$"""{"coHostToken":{{Secret}}}"""),
        Case("more behind", $$"""{"coHostToken":"a"} {{Secret}}"""),
        Case("text before", $$"""{{Secret}}{"coHostToken":"a"}"""),
        Case("a list of it", $$"""["{{Secret}}"]"""),
    ];

    private static IEnumerable<TestCaseData> BrokenRooms =>
    [
        Case("list is a text", $$"""{"rooms":"{{Secret}}"}"""),
        Case("room is a text", $$"""{"rooms":["{{Secret}}"]}"""),
        Case("cut", $$"""{"rooms":[{"livePlaybackUrl":"{{Secret}}"""),
        Case("in an integer", $$"""{"rooms":[],"users":[{"flagCount":"{{Secret}}"}]}"""),
    ];

    [TestCaseSource(nameof(Broken))]
    public Task Credentials_InABrokenResponse_AreNotShown(string body) => CheckAsync(body, rooms => rooms.GetBroadcastCredentialsAsync("r"));

    [TestCaseSource(nameof(BrokenRooms))]
    public Task PlaybackAddress_InABrokenResponse_IsNotShown(string body) => CheckAsync(body, rooms => rooms.GetRoomAsync("r"));

    [Test]
    public async Task Credentials_Read_AreNotInTheirText()
    {
        const string Json = $$"""{"directStreamUrl":"{{Secret}}","coHostToken":{"a":"{{Secret}}"},"streamKey":"{{Secret}}"}""";

        var credentials = await TestClient.Rooms(new ScriptedHandler().Response(Json)).GetBroadcastCredentialsAsync("r");

        credentials.ToString().Should().Be("""{"directStreamUrl":"***","coHostToken":"***","streamKey":"***"}""");
        credentials.DirectStreamUrl.Should().Be(Secret);
    }

    [Test]
    public void Credentials_InsideOfAnotherModel_AreNotInItsText()
    {
        var user = new User { UserId = "u", AdditionalProperties = { ["credentials"] = new BroadcastCredentials { CoHostToken = Secret }, ["a"] = "b" } };

        user.ToString().Should().Be("""{"userId":"u","credentials":{"coHostToken":"***"},"a":"b"}""");
    }

    [Test]
    public void PlaybackAddresses_WithTheirTokens_AreNotInTheTextOfARoom()
    {
        var room = new Room { RoomId = "r", LivePlaybackUrl = $"https://stream.example.com/a?token={Secret}", LiveThumbnailUrl = $"https://stream.example.com/b?token={Secret}" };

        room.ToString().Should().Be("""{"roomId":"r","livePlaybackUrl":"***","liveThumbnailUrl":"***"}""");
    }

    [Test]
    public void Model_ThatHoldsItself_SaysSoInItsText()
    {
        var user = new User();
        user.AdditionalProperties["self"] = user;

        user.ToString().Should().StartWith("User: ");
    }

    private static async Task CheckAsync(string body, Func<RoomsClient, Task> call)
    {
        var rooms = FaultyClient.Rooms(new ReactingHandler(_ => ScriptedHandler.Json(200, body)), new SkippingTime(), maxRetries: 0);

        var failure = (await rooms.Invoking(call).Should().ThrowAsync<AmityException>()).Which;

        ExceptionText.Of(failure).Should().NotContain("hush").And.NotContain("ingest.example.com");
    }

    private static TestCaseData Case(string name, string body) => new TestCaseData(body).SetArgDisplayNames(name);
}
