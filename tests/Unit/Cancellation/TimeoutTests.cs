using Microsoft.Extensions.Time.Testing;

namespace Amity.Tests.Unit.Cancellation;

/// <summary>How long an attempt and a whole call may take, each saying which option ended it.</summary>
public sealed class TimeoutTests
{
    private readonly FakeTimeProvider _time = new();

    [Test]
    public async Task AttemptTimeout_WhileHeadersAreAwaited_EndsTheAttempt()
    {
        var handler = new ScriptedHandler().ResponseWhen(new TaskCompletionSource<HttpResponseMessage>().Task);
        await using var stall = new Stall(_time, handler, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(5));

        var failure = await stall.FailAfterAsync(TimeSpan.FromSeconds(10));

        failure.Failure.Should().Be(AmityTransportFailure.Timeout);
        failure.Message.Should().Contain("AmityClientOptions.AttemptTimeout").And.Contain("00:00:10");
    }

    [Test]
    public async Task AttemptTimeout_WhileTheBodyStalls_EndsTheAttempt()
    {
        var body = new StallingContent();
        var handler = new ScriptedHandler().Response(new HttpResponseMessage { Content = body });
        await using var stall = new Stall(_time, handler, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(5));

        await body.Reading;
        var failure = await stall.FailAfterAsync(TimeSpan.FromSeconds(10));

        failure.Failure.Should().Be(AmityTransportFailure.Timeout);
        failure.Message.Should().Contain("AmityClientOptions.AttemptTimeout");
    }

    [Test]
    public async Task AttemptTimeout_OnASocketThatStallsInItsBody_EndsTheAttempt()
    {
        await using var server = RawServer.Stalling("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"rooms\":");
        using var client = new AmityClient(server.Address, AmityCredential.Bearer("t"), new AmityClientOptions { TimeProvider = _time, AttemptTimeout = TimeSpan.FromSeconds(10), MaxRetries = 0 });

        var call = client.Rooms.ListRoomsAsync().GetPageAsync();
        await server.Requested;
        _time.Advance(TimeSpan.FromSeconds(10));

        (await call.Invoking(c => c).Should().ThrowAsync<AmityTransportException>()).Which.Failure.Should().Be(AmityTransportFailure.Timeout);
    }

    [Test]
    public async Task Timeout_WhileTheBodyStalls_EndsTheCall()
    {
        var body = new StallingContent();
        var handler = new ScriptedHandler().Response(new HttpResponseMessage { Content = body });
        await using var stall = new Stall(_time, handler, TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(20));

        await body.Reading;
        var failure = await stall.FailAfterAsync(TimeSpan.FromSeconds(20));

        failure.Failure.Should().Be(AmityTransportFailure.Timeout);
        failure.Message.Should().Contain("AmityClientOptions.Timeout").And.NotContain("AttemptTimeout");
        failure.MayHaveSucceeded.Should().BeTrue();
    }

    [Test]
    public async Task Timeout_WhileTheRateLimitIsAwaited_EndsTheCallUnsent()
    {
        var handler = new ScriptedHandler();
        await using var stall = new Stall(_time, handler, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20), pause: TimeSpan.FromHours(1));

        var failure = await stall.FailAfterAsync(TimeSpan.FromSeconds(20));

        failure.Message.Should().Contain("AmityClientOptions.Timeout");
        failure.Attempts.Should().Be(0);
        failure.MayHaveSucceeded.Should().BeFalse();
        handler.Requests.Should().BeEmpty();
        stall.Queued.Should().Be(0, "nobody waits any more");
    }

    [TestCaseSource(typeof(OperationCase), nameof(OperationCase.All))]
    public async Task Timeout_OverRetries_EndsTheCallWhateverIsLeftOfThem(OperationCase operation)
    {
        var time = new SkippingTime();
        var handler = new ReactingHandler((_, cancellationToken) => operation.RepeatRule == "unless-sent"
            ? Fault.Rejected.Play(time, cancellationToken)
            : Fault.Status(503).Play(time, cancellationToken));
        var options = FaultyClient.Options(handler, time, maxRetries: 1_000_000);
        // Longer than a wait of the retries, so that the clock tells the two apart.
        options.Timeout = TimeSpan.FromMinutes(3);
        using var client = new AmityClient(TestClient.Address, AmityCredential.Bearer("t"), options);

        var failure = (await operation.Invoking(o => o.Call(client)).Should().ThrowAsync<AmityTransportException>()).Which;

        failure.Message.Should().Contain("AmityClientOptions.Timeout");
        failure.Attempts.Should().BeGreaterThan(10).And.Be(handler.Requests.Count);
        time.Waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait).Should().BeGreaterThan(options.Timeout - TimeSpan.FromSeconds(5)).And.BeLessThan(options.Timeout + TimeSpan.FromSeconds(5));
    }

    [Test]
    public async Task Timeout_WhileARepeatIsAwaited_TellsWhatTheServiceHadSaid()
    {
        var time = new SkippingTime();
        var handler = new ReactingHandler((_, cancellationToken) => Fault.Status(503).Play(time, cancellationToken));
        var options = FaultyClient.Options(handler, time, maxRetries: 1_000_000);
        options.Timeout = TimeSpan.FromMinutes(3);
        using var client = new AmityClient(TestClient.Address, AmityCredential.Bearer("t"), options);

        var failure = (await client.Rooms.Awaiting(rooms => rooms.GetRoomAsync("r")).Should().ThrowAsync<AmityTransportException>()).Which;

        failure.InnerException.Should().BeOfType<AmityApiException>().Which.StatusCode.Should().Be(503);
    }

    /// <summary>A call that is under way and does not come to an end by itself.</summary>
    private sealed class Stall : IAsyncDisposable
    {
        private readonly FakeTimeProvider _time;
        private readonly AmityClient _client;
        private readonly AmityRateLimit _rateLimit;
        private readonly Task _call;

        internal Stall(FakeTimeProvider time, HttpMessageHandler handler, TimeSpan attemptTimeout, TimeSpan timeout, TimeSpan? pause = null)
        {
            _time = time;
            _rateLimit = new AmityRateLimit(timeProvider: time);
            _rateLimit.Pause(pause ?? TimeSpan.Zero);
            _client = new AmityClient(
                TestClient.Address,
                AmityCredential.Bearer("t", _rateLimit),
                new AmityClientOptions { Handler = handler, TimeProvider = time, AttemptTimeout = attemptTimeout, Timeout = timeout, MaxRetries = 0 });
            _call = _client.Rooms.DeleteRoomAsync("r");
        }

        internal long Queued => _rateLimit.GetStatistics()!.CurrentQueuedCount;

        public async ValueTask DisposeAsync()
        {
            _client.Dispose();
            await _rateLimit.DisposeAsync();
        }

        internal async Task<AmityTransportException> FailAfterAsync(TimeSpan timeout)
        {
            _time.Advance(timeout - TimeSpan.FromMilliseconds(1));
            _call.IsCompleted.Should().BeFalse();
            _time.Advance(TimeSpan.FromMilliseconds(1));
            return (await _call.Invoking(call => call).Should().ThrowAsync<AmityTransportException>()).Which;
        }
    }
}
