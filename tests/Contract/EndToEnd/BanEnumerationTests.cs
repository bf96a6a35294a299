namespace Amity.Tests.Contract.EndToEnd;

internal sealed class BanEnumerationTests : EndToEndTest
{
    [Test]
    public async Task ListViewerBansAsync_2500Bans_TakesOneRequestPer100()
    {
        var bans = new List<ViewerBan>();
        await foreach (var ban in Client.Rooms.ListViewerBansAsync(Room.RoomId, new() { PageSize = 100 }))
        {
            bans.Add(ban);
        }

        bans.Select(ban => ban.UserId).Should().Equal(Sandbox.BannedViewers(Room.RoomId).Reverse()).And.HaveCount(2500);
        bans.Should().OnlyContain(ban => ban.User!.DisplayName != null && ban.BannedBy!.DisplayName != null && ban.CreatedAt != null);
        Observed.Should().HaveCount(25);
    }

    [Test]
    public async Task AsPages_TokenOfAnEarlierPage_GoesOnBehindIt()
    {
        var pages = Client.Rooms.ListViewerBansAsync(Room.RoomId, new() { PageSize = 100 }).AsPages();
        Page<ViewerBan>? third = null;
        var read = 0;
        await foreach (var page in pages)
        {
            third = page;
            if (++read == 3)
            {
                break;
            }
        }

        var rest = 0;
        await foreach (var page in Client.Rooms.ListViewerBansAsync(Room.RoomId, new() { PageSize = 100 }).AsPages(third!.ContinuationToken))
        {
            rest += page.Items.Count;
        }

        rest.Should().Be(2200);
    }
}
