namespace Amity.Tests.Sandbox;

internal sealed class SandboxBanTests : SandboxTest
{
    [Test]
    public async Task Ban_OneUserCannotBeBanned_RejectsAll()
    {
        var room = Sandbox.AddRoom();
        Sandbox.AddUser("staff", canBeBanned: false);

        (await SendAsync("POST", $"api/v1/rooms/{room.RoomId}/viewer-bans", Ids("viewer-1", "staff", "viewer-2"))).ShouldBe(403, 400306);
        Sandbox.BannedViewers(room.RoomId).Should().BeEmpty();
    }

    [Test]
    public async Task Ban_BannedAlready_KeepsTheFirstBan()
    {
        var room = Sandbox.AddRoom();
        Sandbox.AddViewerBans(room.RoomId, ["viewer-1"], bannedBy: "ann");

        var response = await SendAsync("POST", $"api/v1/rooms/{room.RoomId}/viewer-bans", Ids("viewer-1", "viewer-2", "viewer-2"));

        response.Status.Should().Be(200);
        Sandbox.BannedViewers(room.RoomId).Should().Equal("viewer-1", "viewer-2");
    }

    [Test]
    public async Task Unban_Some_LeavesTheOthers()
    {
        var room = Sandbox.AddRoom();
        Sandbox.AddViewerBans(room.RoomId, Viewers(3));

        var response = await SendAsync("DELETE", $"api/v1/rooms/{room.RoomId}/viewer-bans", Ids("viewer-2", "never-banned"));

        response.Status.Should().Be(200);
        Sandbox.BannedViewers(room.RoomId).Should().Equal("viewer-1", "viewer-3");
    }

    [Test]
    public async Task ListBans_Ban_NamesPublicAndInternalIds()
    {
        var room = Sandbox.AddRoom();
        var viewer = Sandbox.AddUser("vic", "Vic");
        var host = Sandbox.AddUser("ann", "Ann");
        Sandbox.AddViewerBans(room.RoomId, ["vic"], bannedBy: "ann");

        var ban = (await GetAsync($"api/v1/rooms/{room.RoomId}/viewer-bans")).Json["roomBannedUsers"]![0]!;

        ((string)ban["userPublicId"]!).Should().Be("vic");
        ((string)ban["userId"]!).Should().Be(viewer.InternalId);
        ((string)ban["banByPublicId"]!).Should().Be("ann");
        ((string)ban["banBy"]!).Should().Be(host.InternalId);
    }
}
