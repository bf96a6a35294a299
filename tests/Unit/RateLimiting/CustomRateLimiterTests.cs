using System.Threading.RateLimiting;

namespace Amity.Tests.Unit.RateLimiting;

/// <summary>A credential whose rate limit is another than the library's own.</summary>
public sealed class CustomRateLimiterTests
{
    private readonly SkippingTime _time = new();

    [Test]
    public async Task Request_WaitsForItsPermit_AndGivesItBack()
    {
        using var limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 1 });
        var held = await limiter.AcquireAsync();
        var handler = new ScriptedHandler().ResponseTheRest(_ => ScriptedHandler.Json(200, "{}"));
        using var client = Client(handler, limiter);

        var call = client.SendAsync(HttpMethod.Get, "/a");
        handler.Requests.Should().BeEmpty();
        held.Dispose();
        await call;
        await client.SendAsync(HttpMethod.Get, "/a");

        handler.Requests.Should().HaveCount(2);
    }

    [Test]
    public async Task Limiter_WhoseQueueIsFull_EndsTheCallUnsent()
    {
        using var limiter = OneADay();
        var handler = new ScriptedHandler().Response("{}");
        using var client = Client(handler, limiter);
        await client.SendAsync(HttpMethod.Get, "/a");

        var call = () => client.SendAsync(HttpMethod.Post, "/b");

        var rejection = (await call.Should().ThrowAsync<AmityRateLimiterRejectedException>()).Which;
        rejection.Message.Should().Be("send was not sent: the credential's rate limiter granted no permit. POST /b");
        (rejection.Operation, rejection.Attempts, rejection.MayHaveSucceeded).Should().Be(("send", 0, false));
        rejection.RetryAfter.Should().Be(TimeSpan.FromDays(1));
        handler.Requests.Should().HaveCount(1);
    }

    [Test]
    public async Task Retry_AfterARateLimit_WaitsForRetryAfter()
    {
        using var limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 1 });
        var rejected = ScriptedHandler.Json(429, "{}");
        rejected.Headers.Add("Retry-After", "7");
        var handler = new ScriptedHandler().Response(rejected).Response("{}");
        using var client = Client(handler, limiter);

        await client.SendAsync(HttpMethod.Post, "/a");

        _time.Waits.Should().Equal(TimeSpan.FromSeconds(7));
    }

    [Test]
    public async Task Retry_ThatIsGrantedNothing_SaysWhatTheFirstAttemptMayHaveDone()
    {
        using var limiter = OneADay();
        var handler = new ScriptedHandler().Response(503, "{}");
        using var client = Client(handler, limiter);

        var rejection = await client.Invoking(c => c.SendAsync(HttpMethod.Put, "/a")).Should().ThrowAsync<AmityRateLimiterRejectedException>();

        (rejection.Which.Attempts, rejection.Which.MayHaveSucceeded).Should().Be((1, true));
    }

    [Test]
    public async Task Limiter_ThatFails_ThrowsItsOwnExceptionAndIsNotAskedAgain([Values] bool asTransportFailure)
    {
        var thrown = asTransportFailure ? (Exception)new HttpRequestException("broken") : new NotSupportedException("broken");
        using var limiter = new BrokenLimiter(thrown);
        var handler = new ScriptedHandler();
        using var client = Client(handler, limiter);

        (await client.Invoking(c => c.SendAsync(HttpMethod.Get, "/a")).Should().ThrowAsync<Exception>()).Which.Should().BeSameAs(thrown);

        limiter.Asked.Should().Be(1);
    }

    [Test]
    public async Task Limiter_ThatIgnoresTheCancellation_HoldsNoCall()
    {
        using var limiter = new BrokenLimiter(null);
        using var client = Client(new ScriptedHandler(), limiter);
        using var cancellation = new CancellationTokenSource();

        var call = client.SendAsync(HttpMethod.Get, "/a", cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();

        await call.Invoking(c => c).Should().ThrowAsync<OperationCanceledException>();
    }

    private static FixedWindowRateLimiter OneADay() =>
        new(new() { PermitLimit = 1, QueueLimit = 0, Window = TimeSpan.FromDays(1), AutoReplenishment = false });

    private AmityClient Client(HttpMessageHandler handler, RateLimiter limiter)
    {
        var options = FaultyClient.Options(handler, _time);
        options.RateLimiting = true;
        return new AmityClient(TestClient.Address, AmityCredential.Bearer("t", limiter), options);
    }

    /// <summary>Throws, or never grants anything.</summary>
    private sealed class BrokenLimiter(Exception? failure) : RateLimiter
    {
        internal int Asked { get; private set; }

        public override TimeSpan? IdleDuration => null;

        public override RateLimiterStatistics? GetStatistics() => null;

        protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
        {
            Asked++;
            return new(failure is null ? new TaskCompletionSource<RateLimitLease>().Task : Task.FromException<RateLimitLease>(failure));
        }

        protected override RateLimitLease AttemptAcquireCore(int permitCount) => throw new NotSupportedException();
    }
}
