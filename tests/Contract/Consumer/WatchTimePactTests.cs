using PactNet;

namespace Amity.Tests.Contract.Consumer;

[Order(1)]
internal sealed class WatchTimePactTests : PactTest
{
    private static readonly WatchTimeReport Report = new()
    {
        Signature = "ZXhhbXBsZSBzaWduYXR1cmU=",
        NonceStr = PactValues.Nonce,
        Timestamp = Instant("2026-03-06T18:32:10.250Z"),
        Rooms =
        [
            new RoomWatch
            {
                RoomId = PactValues.Room,
                StartTime = Instant("2026-03-06T18:30:00.000Z"),
                EndTime = Instant("2026-03-06T18:32:00.000Z"),
                WatchSeconds = 120,
                SessionId = "room_4f8e2c1b",
            },
        ],
    };

    [Test]
    public async Task ReportWatchTimeAsync_SignedReport_Succeeds()
    {
        WithReport(Upon("a request to report watch time").Given(States.Room, OfRoom))
            .WillRespond()
            .WithStatus(200)
            .WithJsonBody(new { ok = true });

        await VerifyAsync(async client => await client.Rooms.ReportWatchTimeAsync(Report));
    }

    [Test]
    public async Task ReportWatchTimeAsync_UsedNonce_ThrowsServiceFailure()
    {
        WithReport(Upon("a request to report watch time with a used nonce").Given(States.UsedNonce, Parameters(("nonce", PactValues.Nonce))))
            .WillRespond()
            .WithError(500, 500000);

        var rejection = await RejectionAsync(client => client.Rooms.ReportWatchTimeAsync(Report));

        rejection.StatusCode.Should().Be(500);
        (rejection.ErrorCode?.Value).Should().Be(500000);
    }

    private static IRequestBuilderV4 WithReport(IRequestBuilderV4 request) => request
        .WithRequest(HttpMethod.Post, "/api/v3/user-event/room")
        .WithJsonBody(new
        {
            signature = "ZXhhbXBsZSBzaWduYXR1cmU=",
            nonceStr = PactValues.Nonce,
            timestamp = "2026-03-06T18:32:10.250Z",
            rooms = new[]
            {
                new
                {
                    roomId = PactValues.Room,
                    startTime = "2026-03-06T18:30:00.000Z",
                    endTime = "2026-03-06T18:32:00.000Z",
                    watchSeconds = 120,
                    sessionId = "room_4f8e2c1b",
                },
            },
        });

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, null);
}
