namespace Amity.Tests.Contract.SandboxBehaviour;

/// <summary>Requests outside the spec's limits are refused with the documented status and code.</summary>
internal sealed class LimitTests : SandboxTest
{
    private static readonly string Id50 = new('i', 50);
    private static readonly string Id51 = new('i', 51);

    [TestCase(100, 200)]
    [TestCase(101, 400)]
    [TestCase(0, 400)]
    public async Task Ban_NumberOfIds_IsLimited(int count, int status)
    {
        var room = Sandbox.AddRoom();

        var answer = await SendAsync("POST", $"api/v1/rooms/{room.RoomId}/viewer-bans", Ids(Viewers(count)));

        answer.Status.Should().Be(status);
    }

    [Test]
    public async Task Ban_IdOf50Characters_IsTaken()
    {
        var room = Sandbox.AddRoom();

        (await SendAsync("POST", $"api/v1/rooms/{room.RoomId}/viewer-bans", Ids(Id50))).Status.Should().Be(200);
        Sandbox.BannedViewers(room.RoomId).Should().Equal(Id50);
    }

    [Test]
    public async Task Ban_IdOf51Characters_IsBadRequest()
    {
        var room = Sandbox.AddRoom();

        (await SendAsync("POST", $"api/v1/rooms/{room.RoomId}/viewer-bans", Ids("viewer-1", Id51))).ShouldBe(400, 400000);
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

    [TestCase("")]
    [TestCase("""{"title":7}""")]
    public async Task Create_BodyUnusable_FailsValidation(string body) =>
        (await SendAsync("POST", "api/v1/rooms", body)).ShouldBe(422, 500000);

    [TestCase(1000, 200)]
    [TestCase(1001, 400)]
    public async Task Create_TitleLength_IsLimited(int length, int status) =>
        (await SendAsync("POST", "api/v1/rooms", $$"""{"title":"{{new string('t', length)}}"}""")).Status.Should().Be(status);

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

    [Test]
    public async Task Get_RoomIdOf51Characters_IsBadRequest() => (await GetAsync($"api/v1/rooms/{Id51}")).ShouldBe(400, 400000);
}
