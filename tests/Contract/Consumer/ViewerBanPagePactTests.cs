using PactNet;
using PactNet.Matchers;

namespace Amity.Tests.Contract.Consumer;

[Order(1)]
internal sealed class ViewerBanPagePactTests : PactTest
{
    [Test]
    public async Task ListViewerBansAsync_FirstPage_GivesBansPeopleAndToken()
    {
        Bans(Upon("a request for the first page of bans").Given(States.RoomWithMoreBans, OfRoom), limit: 2)
            .WillRespond()
            .WithStatus(200)
            .WithJsonBody(new
            {
                roomBannedUsers = Match.MinType(
                    new
                    {
                        userPublicId = Match.Type("viewer-17"),
                        banByPublicId = Match.Type(PactValues.Host),
                        createdAt = ResponseMatchers.Instant,
                    },
                    1),
                users = Match.MinType(new { userId = Match.Type("viewer-17") }, 1),
                paging = new { next = Match.Type(PactValues.PageToken) },
            });

        await VerifyAsync(async client =>
        {
            var page = await FirstPageAsync(client.Rooms.ListViewerBansAsync(PactValues.Room, new() { PageSize = 2 }).AsPages());

            var ban = page.Items.Should().ContainSingle().Which;
            ban.UserId.Should().Be("viewer-17");
            ban.User!.UserId.Should().Be("viewer-17");
            ban.BannedByUserId.Should().Be(PactValues.Host);
            ban.CreatedAt.Should().NotBeNull();
            page.ContinuationToken.Should().Be(PactValues.PageToken);
        });
    }

    [Test]
    public async Task ListViewerBansAsync_Token_GivesNextPage()
    {
        Bans(Upon("a request for the next page of bans").Given(States.RoomWithNextBans, OfRoom), limit: 2)
            .WithQuery("token", PageToken.FromProviderState)
            .WillRespond()
            .WithStatus(200)
            .WithJsonBody(new
            {
                roomBannedUsers = Match.MinType(new { userPublicId = Match.Type("viewer-42") }, 1),
                paging = new { next = Match.Type("token-of-the-page-after") },
            });

        await VerifyAsync(async client =>
        {
            var page = await FirstPageAsync(client.Rooms.ListViewerBansAsync(PactValues.Room, new() { PageSize = 2 }).AsPages(PactValues.PageToken));

            page.Items.Should().ContainSingle().Which.UserId.Should().Be("viewer-42");
            page.ContinuationToken.Should().Be("token-of-the-page-after");
        });
    }

    [Test]
    public async Task ListViewerBansAsync_LastPage_EndsTheEnumeration()
    {
        // Whether the last page leaves the token out or empty is open; a pact can ask for neither without rejecting the other.
        Bans(Upon("a request for the last page of bans").Given(States.RoomWithFewBans, OfRoom), limit: 100)
            .WillRespond()
            .WithStatus(200)
            .WithJsonBody(new { roomBannedUsers = Match.MinType(new { userPublicId = Match.Type("viewer-17") }, 1) });

        await VerifyAsync(async client =>
        {
            var bans = new List<string?>();
            await foreach (var ban in client.Rooms.ListViewerBansAsync(PactValues.Room, new() { PageSize = 100 }))
            {
                bans.Add(ban.UserId);
            }

            bans.Should().Equal("viewer-17");
        });
    }

    private static IRequestBuilderV4 Bans(IRequestBuilderV4 request, int limit) => request
        .WithRequest(HttpMethod.Get, $"/api/v1/rooms/{PactValues.Room}/viewer-bans")
        .WithQuery("limit", $"{limit}");
}
