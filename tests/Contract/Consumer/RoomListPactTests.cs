using PactNet;
using PactNet.Matchers;

namespace Amity.Tests.Contract.Consumer;

[Order(1)]
internal sealed class RoomListPactTests : PactTest
{
    private static readonly RoomStatus[] OnTheAir = [RoomStatus.Live, RoomStatus.WaitingReconnect];

    [Test]
    public async Task ListRoomsAsync_Filters_GivesFirstPage()
    {
        WithFilters(Upon("a request for the first page of rooms").Given(States.LiveCoHostRooms, Parameters(("count", "3"))))
            .WillRespond()
            .WithStatus(200)
            .WithJsonBody(new
            {
                rooms = Match.MinType(new { roomId = Match.Type(PactValues.Room), type = Match.Type("coHosts"), status = Match.Type("live") }, 1),
                paging = new { next = Match.Type(PactValues.PageToken) },
            });

        await VerifyAsync(async client =>
        {
            var page = await FirstPageAsync(PagesOf(client));

            page.Items.Should().ContainSingle().Which.RoomId.Should().Be(PactValues.Room);
            page.ContinuationToken.Should().Be(PactValues.PageToken);
        });
    }

    [Test]
    public async Task ListRoomsAsync_Token_GivesSecondPage()
    {
        WithFilters(Upon("a request for the second page of rooms").Given(States.NextLiveCoHostRooms, Parameters(("count", "3"))))
            .WithQuery("options[token]", PageToken.FromProviderState)
            .WillRespond()
            .WithStatus(200)
            .WithJsonBody(new { rooms = Match.MinType(new { roomId = Match.Type(PactValues.Room), status = Match.Type("live") }, 1) });

        await VerifyAsync(async client =>
        {
            var page = await FirstPageAsync(PagesOf(client, PactValues.PageToken));

            page.Items.Should().ContainSingle().Which.Status.Should().Be(RoomStatus.Live);
            page.ContinuationToken.Should().BeNull();
        });
    }

    private static IRequestBuilderV4 WithFilters(IRequestBuilderV4 request) => request
        .WithRequest(HttpMethod.Get, "/api/v1/rooms")
        .WithQuery("statuses", "live")
        .WithQuery("statuses", "waitingReconnect")
        .WithQuery("type", "coHosts")
        .WithQuery("sortBy", "lastCreated")
        .WithQuery("isDeleted", "false")
        .WithQuery("options[limit]", "2");

    private static IAsyncEnumerable<Page<Room>> PagesOf(AmityClient client, string? token = null) =>
        client.Rooms.ListRoomsAsync(new() { Statuses = OnTheAir, Type = RoomType.CoHosts, SortBy = RoomSortOrder.LastCreated, IsDeleted = false, PageSize = 2 }).AsPages(token);
}
