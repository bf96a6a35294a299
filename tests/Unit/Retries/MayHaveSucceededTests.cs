
namespace Amity.Tests.Unit.Retries;

/// <summary>What a failed call says of itself: how often it was sent, and whether the service may have acted.</summary>
public sealed class MayHaveSucceededTests
{
    private static IEnumerable<TestCaseData> Stories =>
    [
        Story("removeParticipant", true, Fault.Reset, Fault.Status(403)),
        Story("deleteRoom", true, Fault.Reset, Fault.Status(403)),
        Story("stopRoom", true, Fault.Status(502), Fault.Status(409)),
        Story("updateRoom", true, Fault.Status(502), Fault.Status(404)),
        Story("removeParticipant", true, Fault.AttemptTimeout, Fault.Status(400)),
        Story("banViewers", true, Fault.Malformed, Fault.Status(403)),
        Story("unbanViewers", true, Fault.Reset, Fault.Rejected, Fault.Status(429), Fault.Status(404)),
        Story("createRoom", true, Fault.Reset),
        Story("createRoom", true, Fault.AttemptTimeout),
        Story("createRoom", true, Fault.Malformed),
        Story("createRoom", true, Fault.Status(500)),
        Story("createRoom", true, Fault.Status(408)),
        Story("reportWatchTime", true, Fault.Status(503)),
        Story("banViewers", true, Fault.SaysFailure),
        Story("createRoom", false, Fault.Tls),
        Story("createRoom", false, Fault.Rejected, Fault.Rejected, Fault.Rejected, Fault.Rejected),
        Story("banViewers", false, Fault.Dns, Fault.Dns, Fault.Dns, Fault.Dns),
        Story("removeParticipant", false, Fault.Rejected, Fault.Status(404)),
        Story("createRoom", false, Fault.Status(429), Fault.Status(400)),
        Story("removeParticipant", false, Fault.Status(429), Fault.Status(404)),
        Story("banViewers", false, Fault.Status(429), Fault.Status(429), Fault.Status(429), Fault.Status(429)),
        Story("updateRoom", false, Fault.Status(422)),
    ];

    [TestCaseSource(nameof(Stories))]
    public async Task Call_Failed_SaysHowOftenItWasSentAndWhetherItMayHaveSucceeded(string operationId, Fault[] faults, bool mayHaveSucceeded)
    {
        var failure = await FailAsync(operationId, faults);

        failure.Attempts.Should().Be(faults.Length);
        failure.MayHaveSucceeded.Should().Be(mayHaveSucceeded);
        failure.Message.Contains("may have been made", StringComparison.Ordinal).Should().Be(mayHaveSucceeded);
    }

    [Test]
    public async Task Read_FailedWithoutAnResponse_NeverMayHaveSucceeded()
    {
        foreach (var operation in OperationCase.All.Where(operation => operation.Method == "GET"))
        {
            var failure = await FailAsync(operation.OperationId, Fault.Reset, Fault.AttemptTimeout, Fault.Status(500), Fault.Status(503));

            failure.MayHaveSucceeded.Should().BeFalse(operation.OperationId);
        }
    }

    [Test]
    public async Task Call_CancelledBeforeItIsSent_CountsNoAttempt()
    {
        var handler = new ScriptedHandler();
        var credential = AmityCredential.Bearer("t");
        ((AmityRateLimit)credential.RateLimit).Pause(TimeSpan.FromHours(1));
        using var cancellation = new CancellationTokenSource();
        var options = FaultyClient.Options(handler, TimeProvider.System);
        options.RateLimiting = true;
        using var client = new AmityClient(TestClient.Address, credential, options);

        var call = client.Rooms.DeleteRoomAsync("r", cancellation.Token);
        await cancellation.CancelAsync();

        await call.Invoking(c => c).Should().ThrowAsync<OperationCanceledException>();
        handler.Requests.Should().BeEmpty();
    }

    [TestCaseSource(typeof(OperationCase), nameof(OperationCase.All))]
    public async Task Handler_GivesUpOnItsOwn_IsATimeoutAndNotACancellation(OperationCase operation)
    {
        // As SocketsHttpHandler does after its ConnectTimeout: nobody asked for a cancellation.
        var handler = new ReactingHandler((_, _) => throw new TaskCanceledException("connect timeout", new TimeoutException()));

        var act = () => operation.Call(FaultyClient.Over(handler, new SkippingTime(), maxRetries: 0));

        (await act.Should().ThrowAsync<AmityTransportException>()).Which.Failure.Should().Be(AmityTransportFailure.Timeout);
    }

    private static async Task<AmityException> FailAsync(string operationId, params Fault[] faults)
    {
        var time = new SkippingTime();
        var handler = new ScriptedHandler();
        foreach (var fault in faults)
        {
            handler.Step((_, cancellationToken) => fault.Play(time, cancellationToken));
        }

        var act = () => OperationCall.Start(FaultyClient.Over(handler, time), operationId, OperationCall.Examples(operationId));
        return (await act.Should().ThrowAsync<AmityException>()).Which;
    }

    private static TestCaseData Story(string operationId, bool mayHaveSucceeded, params Fault[] faults) =>
        new TestCaseData(operationId, faults, mayHaveSucceeded).SetArgDisplayNames(operationId, string.Join(" then ", faults.Select(fault => fault.Name)), $"{mayHaveSucceeded}");
}
