using System.Diagnostics;
using Amity.Tests.Unit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Amity.Tests.Hosting.Telemetry;

/// <summary>What an application that subscribes to the library's names gets to see, through OpenTelemetry's own collector.</summary>
[NonParallelizable]
public sealed class TelemetryTests
{
    private const string Token = "hush-hush";
    private const string RoomId = "room-4711";

    private OpenTelemetryRecorder _recorder = null!;
    private ScriptedHandler _service = null!;

    [SetUp]
    public void SetUp() => (_recorder, _service) = (new OpenTelemetryRecorder(), new ScriptedHandler());

    [TearDown]
    public void TearDown()
    {
        _recorder.Dispose();
        _service.Dispose();
    }

    [Test]
    public async Task Call_ThatSucceeds_IsOneSpanWithOpenTelemetrysNames()
    {
        _service.Response("""{"paging":{}}""");
        using var client = Client();

        await client.Rooms.ListRoomsAsync().GetPageAsync();

        var span = _recorder.Spans.Should().ContainSingle().Which;
        span.DisplayName.Should().Be("listRooms");
        span.Kind.Should().Be(ActivityKind.Client);
        span.Status.Should().Be(ActivityStatusCode.Unset);
        Tags(span).Should().BeEquivalentTo(
            "amity.operation=listRooms", "amity.attempts=1", "http.request.method=GET", "http.response.status_code=200", "server.address=service.test", "server.port=8443");
    }

    [Test]
    public async Task Call_ThatIsSentAgain_IsStillOneSpanWithItsAttempts()
    {
        _service.Response(503, "{}").Response(503, "{}").Response("""{"paging":{}}""");
        using var client = Client();

        await client.Rooms.ListRoomsAsync().GetPageAsync();

        Tags(_recorder.Spans.Should().ContainSingle().Which).Should().Contain("amity.attempts=3").And.Contain("http.request.resend_count=2").And.Contain("http.response.status_code=200");
        var (retries, tags) = _recorder.Metric(AmityTelemetry.Retries);
        retries.Should().Be(2);
        tags.Should().Equal("amity.operation=listRooms", "error.type=503");
        _recorder.Log.Should().HaveCount(3);
        _recorder.Log.Take(2).Should().OnlyContain(entry => entry.Level == LogLevel.Information && entry.Text.StartsWith("listRooms failed (503) at attempt "));
        _recorder.Log[2].Text.Should().StartWith("listRooms got 200 after 3 attempts in ");
        _recorder.Category.Should().Be("Amity");
    }

    [Test]
    public async Task Call_ThatIsRejected_IsAFailedSpanWithoutTheServicesWords()
    {
        _service.Response(404, """{"status":"error","code":400400,"message":"room-4711 of ann is not there"}""");
        using var client = Client();

        var call = () => client.Rooms.GetRoomAsync(RoomId);

        await call.Should().ThrowAsync<AmityApiException>();
        var span = _recorder.Spans.Should().ContainSingle().Which;
        span.Status.Should().Be(ActivityStatusCode.Error);
        Tags(span).Should().Contain("error.type=404").And.Contain("http.response.status_code=404");
        _recorder.Log.Should().ContainSingle().Which.Text.Should().StartWith("getRoom failed (404) after 1 attempts in ");
    }

    [Test]
    public async Task Call_WithoutAnyResponse_NamesTheKindOfFailure()
    {
        _service.Throw(new HttpRequestException(HttpRequestError.ResponseEnded));
        using var client = Client(retries: 0);

        var call = () => client.Rooms.ListRoomsAsync().GetPageAsync();

        await call.Should().ThrowAsync<AmityTransportException>();
        Tags(_recorder.Spans.Should().ContainSingle().Which).Should().Contain("error.type=Reset").And.NotContain(tag => tag.StartsWith("http.response.status_code"));
    }

    [Test]
    public async Task Call_ThatEnds_IsMeasuredWithItsWaits()
    {
        var clock = new FakeTimeProvider();
        _service.Step((_, _) =>
        {
            clock.Advance(TimeSpan.FromSeconds(2));
            return Task.FromResult(ScriptedHandler.Json(200, """{"paging":{}}"""));
        });
        using var client = Client(clock: clock);

        await client.Rooms.ListRoomsAsync().GetPageAsync();

        var (seconds, tags) = _recorder.Metric(AmityTelemetry.CallDuration);
        seconds.Should().BeApproximately(2, 0.001);
        tags.Should().Equal("amity.operation=listRooms", "http.request.method=GET", "http.response.status_code=200");
    }

    [Test]
    public async Task Request_OfTheCallersOwn_IsNamedByItsMethodAndNeverByItsPath()
    {
        _service.Response(503, "{}").Response("{}");
        using var client = Client();

        await client.SendAsync(HttpMethod.Put, $"/api/v3/things/{RoomId}?token={Token}", new Dictionary<string, string> { ["id"] = RoomId });

        var span = _recorder.Spans.Should().ContainSingle().Which;
        span.DisplayName.Should().Be("send");
        Tags(span).Should().Contain("amity.operation=send").And.Contain("http.request.method=PUT").And.Contain("amity.attempts=2");
        _recorder.Metric(AmityTelemetry.CallDuration).Tags.Should().Equal("amity.operation=send", "http.request.method=PUT", "http.response.status_code=200");
        _recorder.Everything().Should().NotContain(RoomId).And.NotContain("things").And.NotContain(Token);
    }

    [Test]
    public async Task RateLimit_ThatIsUsedUp_CountsTheTimeWaited()
    {
        var clock = new FakeTimeProvider();
        using var rateLimit = new AmityRateLimit(1, TimeSpan.FromSeconds(4), clock);
        _service.Response("""{"paging":{}}""").Response("""{"paging":{}}""");
        using var client = Client(clock: clock, rateLimit: rateLimit);
        await client.Rooms.ListRoomsAsync().GetPageAsync();

        var second = client.Rooms.ListRoomsAsync().GetPageAsync();
        clock.Advance(TimeSpan.FromSeconds(4));
        await second;

        var (seconds, tags) = _recorder.Metric(AmityTelemetry.RateLimitWait);
        seconds.Should().BeApproximately(4, 0.001);
        tags.Should().Equal("amity.operation=listRooms");
        _recorder.Log.Should().ContainSingle(entry => entry.Text == "listRooms waited 4.000 s for its credential's rate limit.");
    }

    [Test]
    public async Task Enumeration_OverPages_IsASpanAroundItsCalls()
    {
        _service.Response("""{"rooms":[{}],"paging":{"next":"two"}}""").Response("""{"rooms":[{}]}""");
        using var client = Client();
        using var caller = new Activity("caller") { ActivityTraceFlags = ActivityTraceFlags.Recorded }.Start();

        await foreach (var _ in client.Rooms.ListRoomsAsync())
        {
            Activity.Current.Should().BeSameAs(caller, "what the caller does between two items is the caller's");
        }

        var enumeration = _recorder.Spans.Single(span => span.DisplayName == "listRooms pages");
        enumeration.ParentSpanId.Should().Be(caller.SpanId);
        Tags(enumeration).Should().BeEquivalentTo("amity.operation=listRooms", "amity.pages=2");
        _recorder.Spans.Where(span => span.DisplayName == "listRooms").Should().HaveCount(2).And.OnlyContain(span => span.ParentSpanId == enumeration.SpanId);
    }

    [Test]
    public async Task Enumeration_ThatFails_IsAFailedSpan()
    {
        _service.Response("""{"rooms":[{}],"paging":{"next":"two"}}""").Response(404, "{}");
        using var client = Client();

        var enumeration = async () =>
        {
            await foreach (var _ in client.Rooms.ListRoomsAsync())
            {
            }
        };

        await enumeration.Should().ThrowAsync<AmityApiException>();
        Tags(_recorder.Spans.Single(span => span.DisplayName == "listRooms pages")).Should().BeEquivalentTo("amity.operation=listRooms", "amity.pages=1", "error.type=404");
    }

    [Test]
    public async Task Enumeration_StoppedByItsCaller_IsNotAFailedSpan([Values] bool pageAheadFails)
    {
        using var held = new HeldService();
        using var client = Client(retries: 0, service: held);
        var enumeration = client.Rooms.ListRoomsAsync().AsPages().GetAsyncEnumerator();
        for (var page = 0; page < 2; page++)
        {
            var moving = enumeration.MoveNextAsync().AsTask();
            held.Requests[page].Succeed($$$"""{"rooms":[{}],"paging":{"next":"t{{{page}}}"}}""");
            (await moving).Should().BeTrue();
        }

        held.Requests.Should().HaveCount(3);
        if (pageAheadFails)
        {
            held.Requests[2].Reply(404, "{}");
        }

        await enumeration.DisposeAsync();

        var span = _recorder.Spans.Single(span => span.DisplayName == "listRooms pages");
        span.Status.Should().Be(ActivityStatusCode.Unset);
        Tags(span).Should().BeEquivalentTo("amity.operation=listRooms", "amity.pages=2");
    }

    [Test]
    public async Task Enumeration_OverATokenThatRepeats_IsAFailedSpan()
    {
        _service.ResponseTheRest(_ => ScriptedHandler.Json(200, """{"rooms":[{}],"paging":{"next":"again"}}"""));
        using var client = Client();

        var enumeration = async () =>
        {
            await foreach (var _ in client.Rooms.ListRoomsAsync())
            {
            }
        };

        await enumeration.Should().ThrowAsync<AmityPagingException>();
        Tags(_recorder.Spans.Single(span => span.DisplayName == "listRooms pages")).Should().BeEquivalentTo(
            "amity.operation=listRooms", "amity.pages=2", $"error.type={typeof(AmityPagingException).FullName}");
    }

    [Test]
    public async Task Bulk_OfManyIds_IsASpanWithItsSizeAroundItsCalls()
    {
        _service.ResponseTheRest(_ => ScriptedHandler.Json(200, """{"success":true}"""));
        using var client = Client();

        await client.Rooms.BulkBanViewersAsync(RoomId, Enumerable.Range(0, 250).Select(i => $"viewer-{i}"));

        var bulk = _recorder.Spans.Single(span => span.DisplayName == "BulkBanViewers");
        Tags(bulk).Should().BeEquivalentTo("amity.operation=BulkBanViewers", "amity.bulk.size=250", "amity.bulk.done=250");
        _recorder.Spans.Where(span => span.DisplayName == "banViewers").Should().HaveCount(3).And.OnlyContain(span => span.ParentSpanId == bulk.SpanId);
        _recorder.Log.Should().Contain((LogLevel.Information, "BulkBanViewers of 250 ids: 250 done, 0 rejected, 0 remaining."));
    }

    [Test]
    public async Task Cancellation_WhereverItIsSeen_HasOneName([Values] bool sent)
    {
        using var cancellation = new CancellationTokenSource();
        using var held = new HeldService();
        using var rateLimit = new AmityRateLimit(1);
        using var client = Client(service: held, rateLimit: rateLimit);
        if (!sent)
        {
            rateLimit.Pause(TimeSpan.FromDays(1));
        }

        var run = client.Rooms.BulkBanViewersAsync(RoomId, ["viewer-1"], cancellationToken: cancellation.Token);
        held.Requests.Should().HaveCount(sent ? 1 : 0);
        await cancellation.CancelAsync();

        await run.Invoking(r => r).Should().ThrowAsync<BulkCanceledException>();
        _recorder.Spans.Select(span => span.DisplayName).Should().BeEquivalentTo("banViewers", "BulkBanViewers");
        _recorder.Spans.SelectMany(Tags).Where(tag => tag.StartsWith("error.type=")).Should().Equal(Enumerable.Repeat("error.type=System.OperationCanceledException", 2));
        _recorder.Metric(AmityTelemetry.CallDuration).Tags.Should().Contain("error.type=System.OperationCanceledException");
    }

    [Test]
    public async Task Everything_ThatIsTold_HoldsNoTokenIdOrBody()
    {
        _service.Response(503, """{"message":"body-text viewer-1 hush-hush"}""").ResponseTheRest(_ => ScriptedHandler.Json(403, """{"code":400306,"message":"body-text viewer-1 hush-hush"}"""));
        using var client = Client();

        await client.Rooms.BulkBanViewersAsync(RoomId, ["viewer-1", "viewer-2"]);

        _service.Requests.Should().HaveCountGreaterThan(3);
        _recorder.Spans.Should().HaveCountGreaterThan(3);
        _recorder.Log.Should().HaveCountGreaterThan(3);
        _recorder.Everything().Should().NotContainAny(Token, RoomId, "viewer-", "body-text");
    }

    private static IEnumerable<string> Tags(Activity span) => span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}");

    private AmityClient Client(int retries = 3, TimeProvider? clock = null, AmityRateLimit? rateLimit = null, HttpMessageHandler? service = null) => new(
        new Uri("https://service.test:8443/"),
        AmityCredential.Bearer(Token, rateLimit),
        new AmityClientOptions { Handler = service ?? _service, MaxRetries = retries, LoggerFactory = _recorder, TimeProvider = clock ?? new SkippingTime(), AttemptTimeout = TimeSpan.FromHours(1), Timeout = TimeSpan.FromHours(5) });
}
