namespace Amity.Tests.Unit.Paging;

/// <summary>Enumerations over the rooms of a network.</summary>
public sealed class RoomsPagingTests : PagingTests<Room>
{
    protected override string ListName => "rooms";

    protected override string IdName => "roomId";

    protected override string TokenName => "options[token]";

    protected override string SizeName => "options[limit]";

    [Test]
    public async Task ListRoomsAsync_Filters_AreSentWithEveryPage()
    {
        var handler = new ScriptedHandler().Response(Page("t1", "a")).Response(Page(null, "b"));

        await ReadAsync(TestClient.Rooms(handler).ListRoomsAsync(new() { Statuses = [RoomStatus.Live, RoomStatus.Ended], Type = RoomType.CoHosts, SortBy = RoomSortOrder.FirstCreated, IsDeleted = true, PageSize = 2 }));

        const string Filters = "/api/v1/rooms?statuses=live&statuses=ended&type=coHosts&sortBy=firstCreated&isDeleted=true&options%5Blimit%5D=2";
        handler.Requests.Select(request => request.Target).Should().Equal(Filters, $"{Filters}&options%5Btoken%5D=t1");
    }

    [Test]
    public async Task ListRoomsAsync_ThatWouldNeverEnd_NamesTheEnumeration()
    {
        var handler = new ScriptedHandler().Response(Page("t1", "a")).Response(Page("t1", "b"));

        var act = () => ReadAsync(TestClient.Rooms(handler).ListRoomsAsync());

        (await act.Should().ThrowAsync<AmityPagingException>()).Which.Operation.Should().Be("listRooms");
    }

    [Test]
    public async Task ListRoomsAsync_CallersListChangesDuringTheEnumeration_FiltersStay()
    {
        var handler = new ScriptedHandler().Response(Page(null, "a"));
        var statuses = new List<RoomStatus> { RoomStatus.Live };
        var pages = TestClient.Rooms(handler).ListRoomsAsync(new() { Statuses = statuses });

        statuses.Add(RoomStatus.Ended);
        await ReadAsync(pages);

        handler.Requests.Single().Target.Should().Be("/api/v1/rooms?statuses=live");
    }

    [Test]
    public void ListRoomsAsync_ElevenStatuses_AreRejectedAtOnce()
    {
        var act = () => TestClient.Rooms(new ScriptedHandler()).ListRoomsAsync(new() { Statuses = [.. Enumerable.Repeat(RoomStatus.Live, 11)] });

        act.Should().Throw<ArgumentException>().WithMessage("options.Statuses has 11*10*").Which.ParamName.Should().Be("options.Statuses");
    }

    protected override AsyncPages<Room> Enumerate(RoomsClient rooms, int? pageSize = null, CancellationToken cancellationToken = default) =>
        rooms.ListRoomsAsync(new() { PageSize = pageSize }, cancellationToken);

    protected override string? IdOf(Room item) => item.RoomId;
}
