using PactNet;
using PactNet.Matchers;

namespace Amity.Tests.Contract.Consumer;

/// <summary>The token of a page, given as a parameter of its own and as a field of the options, leads to the page after it.</summary>
[Order(1)]
internal sealed class PagePactTests : PactTest
{
    private static readonly RoomStatus[] OnTheAir = [RoomStatus.Live, RoomStatus.WaitingReconnect];

    [Test]
    public Task ListViewerBansAsync_FirstPage_GivesTokenOfTheNext() => FirstPageAsync(
        Bans(Upon("listViewerBans", "a request for the first page of bans").Given(States.MoreBans, OfRoom)),
        "roomBannedUsers",
        client => client.Rooms.ListViewerBansAsync(PactValues.Room, new() { PageSize = 2 }));

    [Test]
    public Task ListViewerBansAsync_Token_GivesNextPage() => NextPageAsync(
        Bans(Upon("listViewerBans", "a request for the next page of bans").Given(States.MoreBans, OfRoom)),
        $"/api/v1/rooms/{PactValues.Room}/viewer-bans?limit=2",
        "token",
        "roomBannedUsers",
        client => client.Rooms.ListViewerBansAsync(PactValues.Room, new() { PageSize = 2, ContinuationToken = PactValues.PageToken }));

    [Test]
    public Task ListRoomsAsync_FirstPage_GivesTokenOfTheNext() => FirstPageAsync(
        Rooms(Upon("listRooms", "a request for the first page of rooms").Given(States.MoreRooms)),
        "rooms",
        client => client.Rooms.ListRoomsAsync(new() { Statuses = OnTheAir, PageSize = 2 }));

    [Test]
    public Task ListRoomsAsync_Token_GivesNextPage() => NextPageAsync(
        Rooms(Upon("listRooms", "a request for the next page of rooms").Given(States.MoreRooms)),
        "/api/v1/rooms?options%5Blimit%5D=2&statuses=live&statuses=waitingReconnect",
        "options[token]",
        "rooms",
        client => client.Rooms.ListRoomsAsync(new() { Statuses = OnTheAir, PageSize = 2, ContinuationToken = PactValues.PageToken }));

    private static Dictionary<string, string> OfRoom => Parameters(("roomId", PactValues.Room));

    private static IRequestBuilderV4 Bans(IRequestBuilderV4 request) => request
        .WithRequest(HttpMethod.Get, $"/api/v1/rooms/{PactValues.Room}/viewer-bans")
        .WithQuery("limit", "2");

    private static IRequestBuilderV4 Rooms(IRequestBuilderV4 request) => request
        .WithRequest(HttpMethod.Get, "/api/v1/rooms")
        .WithQuery("statuses", "live")
        .WithQuery("statuses", "waitingReconnect")
        .WithQuery("options[limit]", "2");

    private async Task FirstPageAsync<T>(IRequestBuilderV4 request, string list, Func<AmityClient, AsyncPages<T>> call)
    {
        Respond(request, list, new { next = Match.Type(PactValues.PageToken) });

        await VerifyAsync(async client => (await call(client).GetPageAsync()).ContinuationToken.Should().Be(PactValues.PageToken));
    }

    private async Task NextPageAsync<T>(IRequestBuilderV4 request, string before, string token, string list, Func<AmityClient, AsyncPages<T>> call)
    {
        request.Given(States.PageBefore, Parameters(("request", before)))
            .WithQuery(token, ProviderStateValues.Of("", "pageToken", PactValues.PageToken));
        Respond(request, list, new { });

        await VerifyAsync(async client =>
        {
            var page = await call(client).GetPageAsync();

            page.Items.Should().ContainSingle();
            page.ContinuationToken.Should().BeNull();
        });
    }

    private static void Respond(IRequestBuilderV4 request, string list, object paging) => request
        .WillRespond()
        .WithStatus(200)
        .WithJsonBody(new Dictionary<string, object> { [list] = Match.MinType(new { }, 1), ["paging"] = paging });
}
