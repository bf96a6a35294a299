using Microsoft.Extensions.Time.Testing;

namespace Amity.Tests.Sandbox;

/// <summary>Who is online and who watches, as heartbeats show it.</summary>
internal sealed class SandboxPresenceTests : SandboxTest
{
    private const string Heartbeat = "api/v1/presence/heartbeat";

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    protected override void Configure(AmitySandboxOptions options) => options.TimeProvider = _time;

    [Test]
    public async Task Heartbeat_PresenceIsOff_IsForbiddenUntilItIsSwitchedOn()
    {
        (await SendAsync("POST", Heartbeat)).ShouldBe(403, 400301);

        var changed = await SendAsync("PUT", "api/v1/presence/settings/user", """{"enabled":true}""");

        ((bool?)changed.Json["enabled"]).Should().BeTrue();
        changed.Json["enabledAt"].Should().NotBeNull();
        (await SendAsync("POST", Heartbeat)).Status.Should().Be(202);
    }

    [Test]
    public async Task Settings_SwitchedOff_ForgetTheUser()
    {
        await BeatAsync("ann");

        await SendAsync("PUT", "api/v1/presence/settings/user", """{"enabled":false}""", Authorization("ann"));

        (await OnlineAsync()).Should().BeEmpty();
        ((bool?)(await SendAsync("GET", "api/v1/presence/settings", authorization: Authorization("ann"))).Json["user"]!["enabled"]).Should().BeFalse();
    }

    [Test]
    public async Task OnlineUsers_TwoMissedHeartbeats_AreOnlineNoMore()
    {
        await BeatAsync("ann");
        _time.Advance(TimeSpan.FromSeconds(45));
        await BeatAsync("ben");

        (await OnlineAsync()).Should().Equal("ben", "ann");
        (await OnlineAsync("?orderBy=asc")).Should().Equal("ann", "ben");
        _time.Advance(TimeSpan.FromSeconds(16));
        (await OnlineAsync()).Should().Equal("ben");
        ((int?)(await GetAsync("api/v1/presence/network/users/count")).Json["count"]).Should().Be(1);
        Users(await GetAsync("api/v1/presence/users/list?userIds[]=ann&userIds[]=nobody"), "presences").Should().Equal("ann");
    }

    [Test]
    public async Task RoomViewers_Heartbeats_ShowWhoWatches()
    {
        var room = Sandbox.AddRoom(settings => settings.Status = "live").RoomId;
        await WatchAsync(room, "ann");
        _time.Advance(TimeSpan.FromSeconds(30));
        await WatchAsync(room, "ben");
        await WatchAsync(room, "ann");

        var viewers = await GetAsync($"api/v1/presence/rooms/{room}/users?orderBy=asc&limit=1");
        Users(viewers, "viewers").Should().Equal("ann");
        ((int?)viewers.Json["total"], (int?)viewers.Json["limit"]).Should().Be((1, 1));
        ((int?)(await GetAsync($"api/v1/presence/rooms/{room}/users/count")).Json["count"]).Should().Be(2);

        _time.Advance(TimeSpan.FromSeconds(61));
        ((int?)(await GetAsync($"api/v1/presence/rooms/{room}/users/count")).Json["count"]).Should().Be(0);
        await WatchAsync(room, "ann");
        ((string?)(await GetAsync($"api/v1/presence/rooms/{room}/users")).Json["viewers"]![0]!["joinedAt"])
            .Should().Be(Sandbox.Now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"), "who comes back has come anew");
    }

    [Test]
    public async Task RoomViewers_UnknownRoom_AreABadRequest() =>
        (await GetAsync("api/v1/presence/rooms/no-room/users")).ShouldBe(400, 400000);

    private async Task BeatAsync(string userId)
    {
        Sandbox.SetPresence(userId, isOnline: true);
        (await SendAsync("POST", Heartbeat, authorization: Authorization(userId))).Status.Should().Be(202);
    }

    private Task WatchAsync(string roomId, string userId) => SendAsync("POST", $"api/v1/presence/rooms/{roomId}/heartbeat", authorization: Authorization(userId));

    private string Authorization(string userId) => $"Bearer {Sandbox.AddToken(userId)}";

    private async Task<IEnumerable<string>> OnlineAsync(string query = "") => Users(await GetAsync($"api/v1/presence/network/users{query}"), "presences");

    private static IEnumerable<string> Users(Response response, string list) => response.Json[list]!.AsArray().Select(user => (string)user!["userId"]!);
}
