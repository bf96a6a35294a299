namespace Amity.Tests.Sandbox;

internal sealed class SandboxPagingTests : SandboxTest
{
    [Test]
    public async Task ListBans_EditedToken_IsRejected([Values(0, 7, 20)] int position)
    {
        var room = AddRoomWithBans(5);
        var token = (await BansAsync(room, limit: 2)).NextToken!;
        var edited = token.Remove(position, 1).Insert(position, token[position] == 'A' ? "B" : "A");

        (await BansAsync(room, limit: 2, edited)).ShouldBe(400, 400000);
        (await BansAsync(room, limit: 2, token)).Status.Should().Be(200);
    }

    [TestCase("")]
    [TestCase("1")]
    [TestCase("not a token")]
    public async Task ListBans_MadeUpToken_IsRejected(string token)
    {
        var room = AddRoomWithBans(5);

        (await BansAsync(room, limit: 2, token)).ShouldBe(400, 400000);
    }

    [Test]
    public async Task ListBans_TokenOfOtherRoom_IsRejected()
    {
        var token = (await BansAsync(AddRoomWithBans(5), limit: 2)).NextToken!;

        (await BansAsync(AddRoomWithBans(5), limit: 2, token)).ShouldBe(400, 400000);
    }

    [Test]
    public async Task ListRooms_TokenWithOtherFilters_IsRejected()
    {
        AddRooms(3);
        var token = (await GetAsync("api/v1/rooms?options[limit]=2")).NextToken!;

        (await GetAsync($"api/v1/rooms?type=coHosts&options[limit]=2&options[token]={token}")).ShouldBe(400, 400000);
    }

    [Test]
    public async Task ListBans_LastPage_HasNoToken()
    {
        var room = AddRoomWithBans(4);
        var token = (await BansAsync(room, limit: 2)).NextToken;

        var last = await BansAsync(room, limit: 2, token);

        last.Json["roomBannedUsers"]!.AsArray().Should().HaveCount(2);
        last.NextToken.Should().BeNull();
    }

    [Test]
    public async Task ListBans_BansDuringTheEnumeration_ShowsEveryEarlierBanOnce()
    {
        var room = AddRoomWithBans(100);
        var enumerated = new List<string>();
        string? token = null;
        var round = 0;
        do
        {
            var page = await BansAsync(room, limit: 10, token);
            enumerated.AddRange(page.Json["roomBannedUsers"]!.AsArray().Select(ban => (string)ban!["userPublicId"]!));
            token = page.NextToken;
            round++;
            await SendAsync("POST", $"api/v1/rooms/{room}/viewer-bans", Ids($"late-{round}"));
            await SendAsync("DELETE", $"api/v1/rooms/{room}/viewer-bans", Ids(enumerated[0]));
        }
        while (token is not null);

        enumerated.Should().OnlyHaveUniqueItems().And.Contain(Viewers(100));
        round.Should().Be(10);
    }

    [Test]
    public async Task ListBans_BanOfAnEarlierDateDuringTheEnumeration_IsNotOnLaterPages()
    {
        var room = AddRoomWithBans(4);
        var first = await BansAsync(room, limit: 2);

        Sandbox.AddViewerBans(room, ["late"], bannedAt: Sandbox.Now.AddDays(-1));

        (await BansAsync(room, limit: 9, first.NextToken)).Json["roomBannedUsers"]!.AsArray().Should().HaveCount(2);
        Sandbox.BannedViewers(room)[^1].Should().Be("late");
    }

    [Test]
    public async Task ListRooms_BackAndForth_GivesTheSamePage()
    {
        AddRooms(5);
        var first = await GetAsync("api/v1/rooms?options[limit]=2");

        var second = await GetAsync($"api/v1/rooms?options[limit]=2&options[token]={first.NextToken}");
        var back = await GetAsync($"api/v1/rooms?options[limit]=2&options[token]={(string?)second.Json["paging"]!["prev"]}");

        RoomsOf(back).Should().Equal(RoomsOf(first)).And.NotIntersectWith(RoomsOf(second));
        first.Json["paging"]!["prev"].Should().BeNull();
    }

    [Test]
    public async Task ListRooms_Filters_ShowOnlyWhatMatches()
    {
        var live = Sandbox.AddRoom(room => (room.Type, room.Status) = ("coHosts", "live"));
        var waiting = Sandbox.AddRoom(room => (room.Type, room.Status) = ("coHosts", "waitingReconnect"));
        Sandbox.AddRoom(room => (room.Type, room.Status) = ("directStreaming", "live"));
        Sandbox.AddRoom(room => (room.Type, room.Status) = ("coHosts", "ended"));
        var deleted = Sandbox.AddRoom(room => (room.Type, room.Status) = ("coHosts", "live"));
        await SendAsync("DELETE", $"api/v1/rooms/{deleted.RoomId}");

        var page = await GetAsync("api/v1/rooms?statuses=live&statuses=waitingReconnect&type=coHosts&isDeleted=false&sortBy=firstCreated");

        RoomsOf(page).Should().BeEquivalentTo(live.RoomId, waiting.RoomId);
    }

    private static IEnumerable<string> RoomsOf(Response page) => page.Json["rooms"]!.AsArray().Select(room => (string)room!["roomId"]!);

    private string AddRoomWithBans(int count)
    {
        var room = Sandbox.AddRoom();
        Sandbox.AddViewerBans(room.RoomId, Viewers(count));
        return room.RoomId;
    }

    private void AddRooms(int count)
    {
        for (var number = 0; number < count; number++)
        {
            Sandbox.AddRoom();
        }
    }

    private Task<Response> BansAsync(string roomId, int limit, string? token = null) =>
        GetAsync($"api/v1/rooms/{roomId}/viewer-bans?limit={limit}{(token is null ? "" : $"&token={Uri.EscapeDataString(token)}")}");
}
