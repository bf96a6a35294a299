using System.Globalization;
using Microsoft.Extensions.Time.Testing;

namespace Amity.Tests.Unit.Retries;

/// <summary>How long a call waits before it is sent again.</summary>
public sealed class RetryWaitTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private static IEnumerable<TestCaseData> Statuses => [new(429), new(503), new(500)];

    [TestCaseSource(nameof(Statuses))]
    public async Task RetryAfter_InSeconds_IsWaitedFor(int status) => (await WaitsAsync(status, _ => "7")).Should().Equal(TimeSpan.FromSeconds(7));

    [TestCaseSource(nameof(Statuses))]
    public async Task RetryAfter_AsADate_IsWaitedFor(int status) =>
        (await WaitsAsync(status, time => Date(time.GetUtcNow().AddSeconds(12)))).Should().Equal(TimeSpan.FromSeconds(12));

    [TestCaseSource(nameof(Statuses))]
    public async Task RetryAfter_LongerThanAllowed_IsCutToTheOption(int status)
    {
        (await WaitsAsync(status, _ => "86400")).Should().Equal(TimeSpan.FromSeconds(30));
        (await WaitsAsync(status, time => Date(time.GetUtcNow().AddYears(1)), TimeSpan.FromSeconds(2))).Should().Equal(TimeSpan.FromSeconds(2));
    }

    [TestCaseSource(nameof(Statuses))]
    public async Task RetryAfter_OfNoTime_IsWaitedForHalfASecond(int status)
    {
        var half = TimeSpan.FromSeconds(0.5);

        (await WaitsAsync(status, time => Date(time.GetUtcNow().AddHours(-1)))).Should().Equal(half);
        (await WaitsAsync(status, _ => "0")).Should().Equal(half);
    }

    [Test]
    public async Task RetryAfter_NotReadable_CountsAsAbsent() =>
        (await WaitsAsync(503, _ => "soon")).Should().ContainSingle().Which.Should().BeLessThanOrEqualTo(Longest);

    [Test]
    public async Task Failure_WithoutRetryAfter_IsWaitedForWithJitterWithinTheWindowOfTheService()
    {
        var first = new List<TimeSpan>();
        for (var run = 0; run < 50; run++)
        {
            var time = new SkippingTime();
            var act = () => FaultyClient.Rooms(Always(() => ScriptedHandler.Json(503, "{}")), time, maxRetries: 6).GetRoomAsync("r");

            await act.Should().ThrowAsync<AmityApiException>();

            time.Waits.Should().HaveCount(6).And.OnlyContain(wait => wait > TimeSpan.Zero && wait <= Longest);
            first.Add(time.Waits[0]);
        }

        first.Distinct().Should().HaveCountGreaterThan(25, "the waits are spread");
    }

    [Test]
    public async Task RateLimit_WithoutRetryAfterAndRateLimit_IsWaitedForHalfToAWholeWindow()
    {
        var time = new SkippingTime();
        var act = () => FaultyClient.Rooms(Always(() => ScriptedHandler.Json(429, "{}")), time, maxRetries: 40).GetRoomAsync("r");

        await act.Should().ThrowAsync<AmityRateLimitException>();

        time.Waits.Should().HaveCount(40).And.OnlyContain(wait => wait >= Longest / 2 && wait <= Longest);
        time.Waits.Distinct().Should().HaveCountGreaterThan(20);
    }

    [TestCase(429)]
    [TestCase(503)]
    public async Task Cancellation_DuringAWait_EndsItAtOnce(int status)
    {
        var time = new FakeTimeProvider();
        using var cancellation = new CancellationTokenSource();
        var handler = Always(() => After(status, "20"));

        var call = FaultyClient.Rooms(handler, time).GetRoomAsync("r", cancellation.Token);
        call.IsCompleted.Should().BeFalse();
        await cancellation.CancelAsync();

        await call.Invoking(c => c).Should().ThrowAsync<OperationCanceledException>();
        handler.Requests.Should().HaveCount(1);
    }

    private static async Task<IReadOnlyList<TimeSpan>> WaitsAsync(int status, Func<FakeTimeProvider, string> retryAfter, TimeSpan? longest = null)
    {
        var time = new SkippingTime();
        var handler = new ScriptedHandler().Response(After(status, retryAfter(time))).Response(RepoFiles.ReadSample("getRoom"));
        var options = FaultyClient.Options(handler, time);
        options.MaxRetryAfter = longest ?? options.MaxRetryAfter;
        using var client = new AmityClient(TestClient.Address, AmityCredential.Bearer("t"), options);

        await client.Rooms.GetRoomAsync("r");

        return time.Waits;
    }

    private static ReactingHandler Always(Func<HttpResponseMessage> response) => new(_ => response());

    private static HttpResponseMessage After(int status, string retryAfter)
    {
        var response = ScriptedHandler.Json(status, "{}");
        response.Headers.TryAddWithoutValidation("Retry-After", retryAfter).Should().BeTrue();
        return response;
    }

    private static string Date(DateTimeOffset instant) => instant.ToString("R", CultureInfo.InvariantCulture);
}
