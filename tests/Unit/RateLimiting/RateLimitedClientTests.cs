using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Amity.Tests.Unit.RateLimiting;

/// <summary>Whose calls share a rate limit, and what a 429 does to it.</summary>
public sealed class RateLimitedClientTests
{
    private readonly FakeTimeProvider _time = new();

    [Test]
    public async Task TwoClients_WithOneCredential_ShareItsRateLimit()
    {
        var credential = Credential(2);
        var handler = new ReactingHandler(_ => ScriptedHandler.Json(200, """{"paging":{}}"""));
        using var one = Client(handler, credential);
        using var other = Client(handler, credential);

        await one.Rooms.ListRoomsAsync().GetPageAsync();
        await other.Rooms.ListRoomsAsync().GetPageAsync();
        var third = one.Rooms.ListRoomsAsync().GetPageAsync();

        handler.Requests.Should().HaveCount(2);
        _time.Advance(TimeSpan.FromSeconds(5));
        await third;
        handler.Requests.Should().HaveCount(3);
    }

    [Test]
    public async Task Request_ChangedWhileItWaitsForItsTurn_IsSentAsItWas()
    {
        var handler = new ReactingHandler(_ => ScriptedHandler.Json(200, """{"rooms":[{"roomId":"r"}]}"""));
        using var client = Client(handler, Credential(1));
        var request = new RemoveParticipantRequest { ParticipantUserId = "first" };
        await client.Rooms.RemoveParticipantAsync("r", request);
        request.ParticipantUserId = "second";
        var second = client.Rooms.RemoveParticipantAsync("r", request);

        request.ParticipantUserId = "third";
        _time.Advance(TimeSpan.FromSeconds(5));
        await second;

        handler.Requests.Select(sent => sent.Body).Should().Equal("""{"participantUserId":"first"}""", """{"participantUserId":"second"}""");
    }

    [Test]
    public async Task TwoCredentials_WithTheSameToken_DoNotShare()
    {
        var handler = new ReactingHandler(_ => ScriptedHandler.Json(200, """{"paging":{}}"""));
        using var one = Client(handler, Credential(1));
        using var other = one.WithCredential(Credential(1));

        await one.Rooms.ListRoomsAsync().GetPageAsync();
        await other.Rooms.ListRoomsAsync().GetPageAsync();

        handler.Requests.Should().HaveCount(2);
    }

    [Test]
    public async Task RateLimit_ForOneCall_PausesEveryCallOfTheCredential()
    {
        var credential = Credential(100);
        var handler = new ScriptedHandler().Response(RetryAfter(10)).ResponseTheRest(_ => ScriptedHandler.Json(200, """{"paging":{}}"""));
        using var one = Client(handler, credential);
        using var other = Client(handler, credential);

        var rejected = one.Rooms.ListRoomsAsync().GetPageAsync();
        var behind = other.Rooms.ListRoomsAsync().GetPageAsync();

        handler.Requests.Should().HaveCount(1);
        credential.RateLimit.GetStatistics()!.CurrentQueuedCount.Should().Be(2);
        _time.Advance(TimeSpan.FromSeconds(9.9));
        credential.RateLimit.GetStatistics()!.CurrentQueuedCount.Should().Be(2);
        _time.Advance(TimeSpan.FromSeconds(0.1));
        await Task.WhenAll(rejected, behind);
        handler.Requests.Should().HaveCount(3);
    }

    [Test]
    public async Task RateLimit_WithoutRetryAfter_PausesHalfToAWholeWindow()
    {
        var credential = Credential(100);
        var handler = new ScriptedHandler().Response(429, "{}").Response("""{"paging":{}}""");
        using var client = Client(handler, credential);

        var call = client.Rooms.ListRoomsAsync().GetPageAsync();

        _time.Advance(TimeSpan.FromSeconds(2.4));
        credential.RateLimit.GetStatistics()!.CurrentQueuedCount.Should().Be(1);
        _time.Advance(TimeSpan.FromSeconds(2.6));
        await call;
    }

    [Test]
    public async Task RateLimit_RetryAfterBeyondTheOption_PausesNoLongerThanTheOption()
    {
        var handler = new ScriptedHandler().Response(RetryAfter(int.MaxValue)).Response("""{"paging":{}}""");
        using var client = Client(handler, Credential(100));

        var call = client.Rooms.ListRoomsAsync().GetPageAsync();
        _time.Advance(TimeSpan.FromSeconds(30));

        await call;
        handler.Requests.Should().HaveCount(2);
    }

    [Test]
    public async Task Pacing_SwitchedOff_NeitherPacesNorPauses()
    {
        var credential = Credential(1);
        var handler = new ScriptedHandler().Response(RetryAfter(10)).ResponseTheRest(_ => ScriptedHandler.Json(200, """{"paging":{}}"""));
        using var client = Client(handler, credential, rateLimiting: false);

        var rejected = client.Rooms.ListRoomsAsync().GetPageAsync();
        await client.Rooms.ListRoomsAsync().GetPageAsync();
        await client.Rooms.ListRoomsAsync().GetPageAsync();

        rejected.IsCompleted.Should().BeFalse("its own wait is the call's, not the credential's");
        credential.RateLimit.GetStatistics()!.TotalSuccessfulLeases.Should().Be(0);
        _time.Advance(TimeSpan.FromSeconds(10));
        await rejected;
    }

    [Test]
    public void Credential_Default_HasARateLimitOfTheServicesLimit() =>
        AmityCredential.Bearer("t").RateLimit.GetStatistics()!.CurrentAvailablePermits.Should().Be(100);

    [Test]
    public async Task Request_WhoseWaitTheLogFailsOn_GivesItsPlaceBack()
    {
        var credential = Credential(1);
        var options = FaultyClient.Options(new ScriptedHandler().Response("""{"paging":{}}"""), _time);
        (options.RateLimiting, options.LoggerFactory) = (true, new BrokenLog());
        using var client = new AmityClient(TestClient.Address, credential, options);
        await client.Rooms.ListRoomsAsync().GetPageAsync();

        var waiting = client.Rooms.ListRoomsAsync().GetPageAsync();
        _time.Advance(TimeSpan.FromSeconds(5));

        await waiting.Invoking(call => call).Should().ThrowAsync<NotSupportedException>();
        _time.Advance(TimeSpan.FromSeconds(5));
        credential.RateLimit.GetStatistics()!.CurrentAvailablePermits.Should().Be(1);
    }

    [Test]
    public async Task Retries_OfOneCall_AreCountedByTheRateLimit()
    {
        var credential = Credential(100);
        var handler = new ScriptedHandler().Response(RetryAfter(0)).Response(RetryAfter(0)).Response("""{"paging":{}}""");
        using var client = Client(handler, credential);

        var call = client.Rooms.ListRoomsAsync().GetPageAsync();
        while (!call.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(0.5));
            await Task.Yield();
        }

        await call;

        credential.RateLimit.GetStatistics()!.TotalSuccessfulLeases.Should().Be(3);
    }

    private static HttpResponseMessage RetryAfter(int seconds)
    {
        var response = ScriptedHandler.Json(429, "{}");
        response.Headers.RetryAfter = new(TimeSpan.FromSeconds(seconds));
        return response;
    }

    private AmityCredential Credential(int limit) => AmityCredential.Bearer("t", new AmityRateLimit(limit, TimeSpan.FromSeconds(5), _time));

    private AmityClient Client(HttpMessageHandler handler, AmityCredential credential, bool rateLimiting = true)
    {
        var options = FaultyClient.Options(handler, _time);
        options.RateLimiting = rateLimiting;
        return new AmityClient(TestClient.Address, credential, options);
    }

    /// <summary>Fails on what is logged of a wait.</summary>
    private sealed class BrokenLog : ILoggerFactory, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (formatter(state, exception).Contains("waited", StringComparison.Ordinal))
            {
                throw new NotSupportedException("The disk is full.");
            }
        }

        public void Dispose()
        {
        }
    }
}
