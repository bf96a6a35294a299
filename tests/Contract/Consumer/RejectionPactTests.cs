using Amity.Core.Http;
using Amity.Core.Retries;

namespace Amity.Tests.Contract.Consumer;

/// <summary>The errors that callers handle differently.</summary>
[Order(1)]
internal sealed class RejectionPactTests : PactTest
{
    private static readonly ViewerIdsRequest Viewers = new() { UserIds = ["viewer-17", "viewer-42"] };

    [Test]
    public async Task BanViewersAsync_MoreThan100Ids_ThrowsBadRequest()
    {
        string[] ids = [.. Enumerable.Range(1, 101).Select(number => $"viewer-{number}")];
        Upon("a request to ban more than 100 viewers")
            .Given(States.Room, OfRoom)
            .WithRequest(HttpMethod.Post, $"/api/v1/rooms/{PactValues.Room}/viewer-bans")
            .WithJsonBody(new { userIds = ids })
            .WillRespond()
            .WithError(400, 400000);

        // The client rejects so many ids itself, so this goes past its guards.
        var call = new AmityRequest(HttpMethod.Post, "banViewers", Repeat.Safe, $"/api/v1/rooms/{PactValues.Room}/viewer-bans");
        call.Json(new ViewerIdsRequest { UserIds = ids });
        var rejection = await RejectionAsync(client => client.Transport.SendAsync(new ConfirmationCall(call, "success"), CancellationToken.None));

        rejection.StatusCode.Should().Be(400);
        (rejection.ErrorCode?.Value).Should().Be(400000);
    }

    [Test]
    public async Task GetRoomAsync_UnknownToken_ThrowsUnauthorized()
    {
        Upon("a request with an unknown token", PactValues.UnknownToken)
            .Given(States.Room, OfRoom)
            .WithRequest(HttpMethod.Get, $"/api/v1/rooms/{PactValues.Room}")
            .WillRespond()
            .WithError(401, 400100);

        var rejection = await RejectionAsync(client => client.Rooms.GetRoomAsync(PactValues.Room), PactValues.UnknownToken);

        rejection.StatusCode.Should().Be(401);
        (rejection.ErrorCode?.Value).Should().Be(400100);
    }

    [Test]
    public async Task BanViewersAsync_OrdinaryUser_ThrowsForbidden()
    {
        Upon("a request to ban viewers by an ordinary user", PactValues.ViewerToken)
            .Given(States.Room, OfRoom)
            .WithRequest(HttpMethod.Post, $"/api/v1/rooms/{PactValues.Room}/viewer-bans")
            .WithJsonBody(new { userIds = new[] { "viewer-17", "viewer-42" } })
            .WillRespond()
            .WithError(403, 400301);

        var rejection = await RejectionAsync(client => client.Rooms.BanViewersAsync(PactValues.Room, Viewers), PactValues.ViewerToken);

        rejection.StatusCode.Should().Be(403);
        (rejection.ErrorCode?.Value).Should().Be(400301);
    }

    [Test]
    public async Task BanViewersAsync_UserWhoCannotBeBanned_ThrowsForbidden()
    {
        Upon("a request to ban a user who cannot be banned")
            .Given(States.Room, OfRoom)
            .Given(States.UserWhoCannotBeBanned, Parameters(("userId", "viewer-42")))
            .WithRequest(HttpMethod.Post, $"/api/v1/rooms/{PactValues.Room}/viewer-bans")
            .WithJsonBody(new { userIds = new[] { "viewer-17", "viewer-42" } })
            .WillRespond()
            .WithError(403, 400306);

        var rejection = await RejectionAsync(client => client.Rooms.BanViewersAsync(PactValues.Room, Viewers));

        rejection.StatusCode.Should().Be(403);
        (rejection.ErrorCode?.Value).Should().Be(400306);
    }

    [Test]
    public async Task RemoveParticipantAsync_IdTooLong_ThrowsValidationFailed()
    {
        var id = new string('u', 51);
        Upon("a request to remove a participant whose id is too long")
            .Given(States.Room, OfRoom)
            .WithRequest(HttpMethod.Delete, $"/api/v1/rooms/{PactValues.Room}/participants")
            .WithJsonBody(new { participantUserId = id })
            .WillRespond()
            .WithError(422, 500000);

        // The client rejects such an id itself, so this goes past its guards.
        var call = new AmityRequest(HttpMethod.Delete, "removeParticipant", Repeat.Safe, $"/api/v1/rooms/{PactValues.Room}/participants");
        call.Json(new RemoveParticipantRequest { ParticipantUserId = id });
        var rejection = await RejectionAsync(client => client.Transport.SendAsync(new ResponseCall<RoomResult>(call, RoomResult.Read), CancellationToken.None));

        rejection.StatusCode.Should().Be(422);
        (rejection.ErrorCode?.Value).Should().Be(500000);
    }

    [Test]
    public async Task GetRoomAsync_TooManyRequests_ThrowsRateLimited()
    {
        Upon("a request beyond the rate limit")
            .Given(States.CallerAtTheLimit, Parameters(("userId", PactValues.Moderator)))
            .WithRequest(HttpMethod.Get, $"/api/v1/rooms/{PactValues.Room}")
            .WillRespond()
            .WithError(429, 400311);

        var rejection = await RejectionAsync(client => client.Rooms.GetRoomAsync(PactValues.Room));

        rejection.StatusCode.Should().Be(429);
        (rejection.ErrorCode?.Value).Should().Be(400311);
    }
}
