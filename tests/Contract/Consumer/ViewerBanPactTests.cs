namespace Amity.Tests.Contract.Consumer;

[Order(1)]
internal sealed class ViewerBanPactTests : PactTest
{
    private static readonly ViewerIdsRequest Viewers = new() { UserIds = ["viewer-17", "viewer-42"] };

    [Test]
    public async Task BanViewersAsync_Viewers_Succeeds()
    {
        Upon("a request to ban viewers")
            .Given(States.Room, OfRoom)
            .WithRequest(HttpMethod.Post, $"/api/v1/rooms/{PactValues.Room}/viewer-bans")
            .WithJsonBody(new { userIds = new[] { "viewer-17", "viewer-42" } })
            .WillRespond()
            .WithStatus(200)
            .WithJsonBody(new { success = true });

        await VerifyAsync(async client => await client.Rooms.BanViewersAsync(PactValues.Room, Viewers));
    }

    [Test]
    public async Task UnbanViewersAsync_Viewers_SendsBodyWithDelete()
    {
        Upon("a request to lift the bans of viewers")
            .Given(States.RoomWithBans, OfRoom)
            .WithRequest(HttpMethod.Delete, $"/api/v1/rooms/{PactValues.Room}/viewer-bans")
            .WithJsonBody(new { userIds = new[] { "viewer-17", "viewer-42" } })
            .WillRespond()
            .WithStatus(200)
            .WithJsonBody(new { success = true });

        await VerifyAsync(async client => await client.Rooms.UnbanViewersAsync(PactValues.Room, Viewers));
    }
}
