using Amity.Core.Http;
using Amity.Core.Retries;
using Amity.Tests.Unit;

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
        Upon("banViewers", "a request to ban more than 100 viewers")
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
        Upon("getRoom", "a request with an unknown token", PactValues.UnknownToken)
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
        Upon("banViewers", "a request to ban viewers by an ordinary user", PactValues.ViewerToken)
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
        Upon("banViewers", "a request to ban a user who cannot be banned")
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
        Upon("removeParticipant", "a request to remove a participant whose id is too long")
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
        Upon("getRoom", "a request beyond the rate limit")
            .Given(States.CallerAtTheLimit)
            .WithRequest(HttpMethod.Get, $"/api/v1/rooms/{PactValues.Room}")
            .WillRespond()
            .WithError(429, 400311);

        var rejection = await RejectionAsync(client => client.Rooms.GetRoomAsync(PactValues.Room));

        rejection.StatusCode.Should().Be(429);
        (rejection.ErrorCode?.Value).Should().Be(400311);
    }

    [Test]
    public async Task CreateRoomAsync_UnknownParent_ThrowsNotFound()
    {
        Upon("createRoom", "a request to create a child of an unknown room")
            .WithRequest(HttpMethod.Post, "/api/v1/rooms")
            .WithJsonBody(new { title = "Second camera", parentRoomId = PactValues.Unknown })
            .WillRespond()
            .WithError(404, 400400);

        var request = new CreateRoomRequest { Title = "Second camera", ParentRoomId = PactValues.Unknown };
        var rejection = await RejectionAsync(client => client.Rooms.CreateRoomAsync(request));

        rejection.StatusCode.Should().Be(404);
        (rejection.ErrorCode?.Value).Should().Be(400400);
    }

    [Test]
    public async Task RemoveParticipantAsync_NotOnStage_ThrowsNotFound()
    {
        Upon("removeParticipant", "a request to remove somebody who is not on stage")
            .WithRequest(HttpMethod.Delete, $"/api/v1/rooms/{PactValues.Room}/participants")
            .WithJsonBody(new { participantUserId = "nobody" })
            .WillRespond()
            .WithError(404, 400400);

        var request = new RemoveParticipantRequest { ParticipantUserId = "nobody" };
        var rejection = await RejectionAsync(client => client.Rooms.RemoveParticipantAsync(PactValues.Room, request));

        rejection.StatusCode.Should().Be(404);
        (rejection.ErrorCode?.Value).Should().Be(400400);
    }

    [Test]
    public async Task ReportWatchTimeAsync_UsedNonce_ThrowsServiceFailure()
    {
        var arguments = SpecExamples.Arguments("reportWatchTime");
        Upon("reportWatchTime", "a request to report watch time with a used nonce")
            .Given(States.UsedNonce, Parameters(("nonce", (string)arguments["request"]!["nonceStr"]!)))
            .WithExample(SpecRequest.Of("reportWatchTime", arguments))
            .WillRespond()
            .WithError(500, 500000);

        var rejection = await RejectionAsync(client => OperationCall.Start(client, "reportWatchTime", arguments));

        rejection.StatusCode.Should().Be(500);
        (rejection.ErrorCode?.Value).Should().Be(500000);
    }
}
