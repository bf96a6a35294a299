namespace Amity.Tests.Unit.Paging;

/// <summary>Enumerations over the banned viewers of a room.</summary>
public sealed class ViewerBansPagingTests : PagingTests<ViewerBan>
{
    protected override string ListName => "roomBannedUsers";

    protected override string IdName => "userPublicId";

    protected override string TokenName => "token";

    protected override string SizeName => "limit";

    [TestCase("")]
    [TestCase(".")]
    [TestCase("..")]
    public void ListViewerBansAsync_RoomIdThatIsNone_IsRejectedAtOnce(string roomId)
    {
        var act = () => TestClient.Rooms(new ScriptedHandler()).ListViewerBansAsync(roomId);

        act.Should().Throw<ArgumentException>().WithMessage("roomId*").Which.ParamName.Should().Be("roomId");
    }

    [Test]
    public async Task ListViewerBansAsync_Users_ComeWithTheBans()
    {
        var handler = new ScriptedHandler().Response("""{"roomBannedUsers":[{"userPublicId":"v"}],"users":[{"userId":"v","displayName":"Vic"}]}""");

        await foreach (var ban in TestClient.Rooms(handler).ListViewerBansAsync("r"))
        {
            ban.User!.DisplayName.Should().Be("Vic");
        }

        handler.Requests.Single().Target.Should().Be("/api/v1/rooms/r/viewer-bans");
    }

    protected override AsyncPages<ViewerBan> Enumerate(RoomsClient rooms, int? pageSize = null, CancellationToken cancellationToken = default) =>
        rooms.ListViewerBansAsync("r", new() { PageSize = pageSize }, cancellationToken);

    protected override string? IdOf(ViewerBan item) => item.UserId;
}
