namespace Amity.Tests.Sandbox;

/// <summary>Requests outside the spec's limits are rejected with the documented status and code.</summary>
internal sealed class SandboxLimitTests : SandboxTest
{
    private const string Letter = "i";

    // One character, two UTF-16 units, four bytes.
    private const string Emoji = "\U0001F389";

    [TestCase(100, 200)]
    [TestCase(101, 400)]
    [TestCase(0, 400)]
    public async Task Ban_NumberOfIds_IsLimited(int count, int status)
    {
        var room = Sandbox.AddRoom();

        var response = await SendAsync("POST", $"api/v1/rooms/{room.RoomId}/viewer-bans", Ids(Viewers(count)));

        response.Status.Should().Be(status);
    }

    [TestCase(Letter)]
    [TestCase(Emoji)]
    public async Task Ban_IdOf50Characters_IsTaken(string character)
    {
        var room = Sandbox.AddRoom();
        var id = Text(character, 50);

        (await SendAsync("POST", $"api/v1/rooms/{room.RoomId}/viewer-bans", Ids(id))).Status.Should().Be(200);
        Sandbox.BannedViewers(room.RoomId).Should().Equal(id);
    }

    [TestCase(Letter)]
    [TestCase(Emoji)]
    public async Task Ban_IdOf51Characters_IsBadRequest(string character)
    {
        var room = Sandbox.AddRoom();

        (await SendAsync("POST", $"api/v1/rooms/{room.RoomId}/viewer-bans", Ids("viewer-1", Text(character, 51)))).ShouldBe(400, 400000);
        Sandbox.BannedViewers(room.RoomId).Should().BeEmpty();
    }

    [TestCase("POST", "viewer-bans", """{"userIds":"viewer-1"}""")]
    [TestCase("POST", "viewer-bans", "{}")]
    [TestCase("DELETE", "viewer-bans", """{"userIds":[7]}""")]
    [TestCase("DELETE", "participants", "{}")]
    [TestCase("DELETE", "participants", """{"participantUserId":""}""")]
    [TestCase("DELETE", "participants", """{"participantUserId":null}""")]
    [TestCase("DELETE", "participants", "{broken")]
    [TestCase("DELETE", "participants", null)]
    public async Task Body_Unusable_FailsValidation(string method, string part, string? body)
    {
        var room = Sandbox.AddRoom();

        (await SendAsync(method, $"api/v1/rooms/{room.RoomId}/{part}", body)).ShouldBe(422, 500000);
    }

    [TestCase("{")]
    [TestCase(" ")]
    [TestCase("\"text\"")]
    public async Task Body_WhereNoneIsTaken_IsIgnored(string body)
    {
        var room = Sandbox.AddRoom(settings => settings.Status = "live");

        (await SendAsync("POST", $"api/v1/rooms/{room.RoomId}/stop", body)).Status.Should().Be(200);
    }

    [TestCase("")]
    [TestCase("""{"title":7}""")]
    public async Task Create_BodyUnusable_FailsValidation(string body) =>
        (await SendAsync("POST", "api/v1/rooms", body)).ShouldBe(422, 500000);

    [TestCase(Letter, 1000, 200)]
    [TestCase(Letter, 1001, 400)]
    [TestCase(Emoji, 1000, 200)]
    [TestCase(Emoji, 1001, 400)]
    public async Task Create_TitleLength_IsLimited(string character, int length, int status) =>
        (await SendAsync("POST", "api/v1/rooms", $$"""{"title":"{{Text(character, length)}}"}""")).Status.Should().Be(status);

    [TestCase("api/v1/rooms?statuses=paused")]
    [TestCase("api/v1/rooms?type=direct_streaming")]
    [TestCase("api/v1/rooms/no-room/viewer-bans?limit=0")]
    [TestCase("api/v1/rooms/no-room/viewer-bans?limit=-1")]
    public async Task List_QueryOutsideLimits_IsBadRequest(string target) => (await GetAsync(target)).ShouldBe(400, 400000);

    [TestCase("api/v1/rooms?isDeleted=maybe")]
    [TestCase("api/v1/rooms?options[limit]=many")]
    [TestCase("api/v1/rooms?options[size]=10")]
    [TestCase("api/v1/rooms/no-room/viewer-bans?limit=2.5")]
    public async Task List_QueryUnusable_FailsValidation(string target) => (await GetAsync(target)).ShouldBe(422, 500000);

    [Test]
    public async Task List_TooManyStatuses_IsBadRequest() =>
        (await GetAsync($"api/v1/rooms?{string.Join('&', Enumerable.Repeat("statuses=live", 11))}")).ShouldBe(400, 400000);

    [TestCase(Letter)]
    [TestCase(Emoji)]
    public async Task Get_RoomIdOf50Characters_IsTaken(string character)
    {
        var room = Sandbox.AddRoom(room => room.RoomId = Text(character, 50));

        (await GetAsync($"api/v1/rooms/{Uri.EscapeDataString(room.RoomId)}")).Status.Should().Be(200);
    }

    [TestCase(Letter)]
    [TestCase(Emoji)]
    public async Task Get_RoomIdOf51Characters_IsBadRequest(string character) =>
        (await GetAsync($"api/v1/rooms/{Uri.EscapeDataString(Text(character, 51))}")).ShouldBe(400, 400000);

    [TestCase(Letter)]
    [TestCase(Emoji)]
    public void AddRoom_IdOf51Characters_IsRejected(string character)
    {
        var add = () => Sandbox.AddRoom(room => room.RoomId = Text(character, 51));

        add.Should().Throw<ArgumentException>().WithMessage("*at most 50 characters*").WithParameterName("RoomId");
    }

    private static string Text(string character, int length) => string.Concat(Enumerable.Repeat(character, length));
}
