namespace Amity.Tests.Sandbox;

/// <summary>Who may call what.</summary>
internal sealed class SandboxAccessTests : SandboxTest
{
    [TestCase("")]
    [TestCase("Bearer nobody-has-this")]
    [TestCase("Bearer")]
    [TestCase("Basic YTpi")]
    public async Task Call_WithoutKnownToken_IsUnauthorized(string authorization) =>
        (await SendAsync("GET", "api/v1/rooms", authorization: authorization)).ShouldBe(401, 400100);

    [Test]
    public async Task Call_RevokedToken_IsUnauthorized()
    {
        var token = Sandbox.AddToken("vic");
        Sandbox.RevokeToken(token).Should().BeTrue();

        (await SendAsync("GET", "api/v1/rooms", authorization: $"Bearer {token}")).ShouldBe(401, 400100);
    }

    [Test]
    public async Task Call_AdminTokenHeader_IsTaken()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("api/v1/rooms", UriKind.Relative));
        request.Headers.Add("x-admin-token", Sandbox.AdminToken);

        (await SendAsync(request)).Status.Should().Be(200);
    }

    [Test]
    public async Task Call_UserTokenInAdminHeader_IsUnauthorized()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("api/v1/rooms", UriKind.Relative));
        request.Headers.Add("x-admin-token", Sandbox.AddToken("vic", canModerate: true));

        (await SendAsync(request)).ShouldBe(401, 400100);
    }

    [TestCase("PUT", "", """{"title":"Mine"}""")]
    [TestCase("DELETE", "", null)]
    [TestCase("POST", "/stop", null)]
    [TestCase("DELETE", "/participants", """{"participantUserId":"ann"}""")]
    [TestCase("POST", "/viewer-bans", """{"userIds":["viewer-1"]}""")]
    [TestCase("DELETE", "/viewer-bans", """{"userIds":["viewer-1"]}""")]
    public async Task Change_OrdinaryUser_IsForbidden(string method, string part, string? body)
    {
        var room = Sandbox.AddRoom(settings => settings.Status = "live");
        var token = Sandbox.AddToken("vic");

        (await SendAsync(method, $"api/v1/rooms/{room.RoomId}{part}", body, $"Bearer {token}")).ShouldBe(403, 400301);
        Sandbox.FindRoom(room.RoomId).Should().BeEquivalentTo(room);
    }

    [Test]
    public async Task GetRoom_BannedViewer_SeesNoPlayback()
    {
        var room = Sandbox.AddRoom(settings => settings.Status = "live");
        var authorization = $"Bearer {Sandbox.AddToken("vic")}";
        var before = await SendAsync("GET", $"api/v1/rooms/{room.RoomId}", authorization: authorization);

        Sandbox.AddViewerBans(room.RoomId, ["vic"]);
        var after = await SendAsync("GET", $"api/v1/rooms/{room.RoomId}", authorization: authorization);

        before.Json["rooms"]![0]!["livePlaybackUrl"].Should().NotBeNull();
        after.Json["rooms"]![0]!["livePlaybackUrl"].Should().BeNull();
    }
}
