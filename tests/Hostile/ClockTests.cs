using System.Globalization;
using System.Text;
using Amity.Tests.Faults;
using Microsoft.Extensions.Time.Testing;

namespace Amity.Tests.Hostile;

/// <summary>Times of the service are judged by its own clock, and none makes the client hurry; what is no HTTP is not repeated.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class ClockTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Hasty =
        ["0", "Thu, 01 Jan 1970 00:00:00 GMT", "Sun, 01 Mar 2026 11:59:59 GMT", "Sun, 01 Mar 2026 12:00:00 GMT"];

    private static readonly byte[][] NoHttp =
    [
        Encoding.ASCII.GetBytes("SSH-2.0-OpenSSH_9.6\r\n"),
        Encoding.ASCII.GetBytes("220 mail.example.com ESMTP\r\n"),
        Encoding.ASCII.GetBytes("RTSP/1.0 200 OK\r\n\r\n"),
        Encoding.ASCII.GetBytes("<html><body>hello</body></html>\r\n"),
        Encoding.ASCII.GetBytes("{\"success\":true}\r\n"),
        Encoding.ASCII.GetBytes("HTTP/9.1 200 OK\r\n\r\n"),
        Encoding.ASCII.GetBytes("HTTP/1.1 two hundred\r\n\r\n"),
        Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nno colon\r\n\r\n"),
        // An alert of TLS, and the settings of HTTP/2.
        [21, 3, 3, 0, 2, 2, 40, 13, 10],
        [0, 0, 0, 4, 0, 0, 0, 0, 0, 13, 10],
    ];

    private static readonly string[] LargeHeaders =
    [
        $"HTTP/1.1 200 OK\nX-Large: {new string('x', 1_000_000)}\nContent-Length: 2",
        $"HTTP/1.1 200 OK\n{string.Join('\n', Enumerable.Range(0, 10_000).Select(index => $"X-Header-{index}: value"))}\nContent-Length: 2",
        $"HTTP/1.1 200 {new string('x', 1_000_000)}\nContent-Length: 2",
    ];

    [Test]
    public async Task RetryAfter_AsADate_IsJudgedByTheResponsesDate(
        [Values(-3600, 0, 3600)] int clockIsAheadBySeconds, [Values(429, 503)] int status, [Values] bool rateLimiting)
    {
        await using var server = RawServer.Responding(request => request.Number == 1
            ? RawResponse.Json(status, "{}", $"Date: {Http(Now)}\nRetry-After: {Http(Now.AddSeconds(7))}")
            : RawResponse.Json(200, """{"success":true}"""));
        var clock = new PromptClock();
        clock.SetUtcNow(Now.AddSeconds(clockIsAheadBySeconds));
        using var client = Client(server, clock, rateLimiting);
        var start = clock.GetUtcNow();

        await OperationKind.SafeWrite.Call(client.Rooms, default);

        (clock.GetUtcNow() - start).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(7)).And.BeLessThan(TimeSpan.FromSeconds(9));
    }

    [Test]
    public async Task RetryAfter_OfNoTime_DoesNotMakeTheClientHurry(
        [ValueSource(nameof(Hasty))] string retryAfter, [Values(429, 503)] int status, [Values] bool rateLimiting) =>
        (await WaitAsync(retryAfter, status, rateLimiting)).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1.5), "each of the three waits has a floor");

    // It counts as absent, and the waits of the client's own choice have jitter.
    [Test]
    public async Task RetryAfter_ThatCannotBeRead_DoesNotMakeTheClientHurry([Values(429, 503)] int status, [Values] bool rateLimiting) =>
        (await WaitAsync("-1", status, rateLimiting)).Should().BeGreaterThan(TimeSpan.FromMilliseconds(100));

    [TestCase(2)]
    [TestCase(-2)]
    public async Task Token_Expiry_IsJudgedByTheResponsesDate(int clockIsAheadByHours)
    {
        var time = new FakeTimeProvider(Now.AddHours(clockIsAheadByHours));
        await using var server = RawServer.Responding(_ => RawResponse.Json(200, """{"success":true}""", $"Date: {Http(Now)}"));
        var given = 0;
        using var client = Clients.Of(
            server,
            options => options.TimeProvider = time,
            AmityCredential.FromProvider(_ => Task.FromResult(new AmityToken($"token-{++given}", Now.AddHours(1)))));

        for (var call = 0; call < 10; call++)
        {
            await OperationKind.SafeWrite.Call(client.Rooms, default);
            time.Advance(TimeSpan.FromSeconds(2));
        }

        given.Should().BeInRange(1, 2, "the first response tells what time it is");
    }

    [Test]
    public async Task Token_AtItsEndByTheResponsesDate_IsRenewedThoughTheClockIsBehind()
    {
        var time = new FakeTimeProvider(Now.AddHours(-2));
        var tokens = new Queue<AmityToken>([new("ending", Now.AddSeconds(5)), new("next", Now.AddHours(1))]);
        await using var server = RawServer.Responding(_ => RawResponse.Json(200, """{"success":true}""", $"Date: {Http(Now)}"));
        using var client = Clients.Of(
            server,
            options => options.TimeProvider = time,
            AmityCredential.FromProvider(_ => Task.FromResult(tokens.Dequeue())));

        await OperationKind.SafeWrite.Call(client.Rooms, default);
        time.Advance(TimeSpan.FromSeconds(2));
        await OperationKind.SafeWrite.Call(client.Rooms, default);

        server.Heads.Select(head => head.Contains("Bearer next")).Should().Equal(false, true);
    }

    [Test]
    public async Task Provider_OfTokensThatLookExpired_IsAskedOnceASecond()
    {
        var time = new FakeTimeProvider(Now);
        await using var server = RawServer.Responding(_ => RawResponse.Json(200, """{"success":true}""", $"Date: {Http(Now)}"));
        var given = 0;
        using var client = Clients.Of(
            server,
            options =>
            {
                options.TimeProvider = time;
                options.RateLimiting = false;
            },
            AmityCredential.FromProvider(_ => Task.FromResult(new AmityToken($"token-{++given}", Now.AddHours(-1)))));

        for (var call = 0; call < 20; call++)
        {
            await OperationKind.SafeWrite.Call(client.Rooms, default);
        }

        given.Should().Be(1);
        time.Advance(TimeSpan.FromSeconds(1.1));
        await OperationKind.SafeWrite.Call(client.Rooms, default);
        given.Should().Be(2);
    }

    [Test]
    public async Task Headers_BeyondTheLimit_AreTooLargeAndNotRepeated([Range(0, 2)] int headers)
    {
        foreach (var operation in OperationKind.All)
        {
            await using var server = RawServer.Responding(_ => RawResponse.Of(LargeHeaders[headers], "{}"u8.ToArray()));
            using var client = Client(server, new PromptClock());

            var failure = await Clients.FailureOf<AmityTransportException>(() => operation.Call(client.Rooms, default));

            failure.Failure.Should().Be(AmityTransportFailure.TooLarge);
            failure.MayHaveSucceeded.Should().Be(operation.IsWrite);
            failure.Message.Length.Should().BeLessThan(4_096);
            server.Requests.Should().Be(1);
        }
    }

    [Test]
    public async Task Response_ThatIsNoHttp_IsInvalidHttpAndNotRepeated([Range(0, 9)] int response)
    {
        foreach (var operation in OperationKind.All)
        {
            await using var server = RawServer.Responding(NoHttp[response]);
            using var client = Client(server, new PromptClock());

            var failure = await Clients.FailureOf<AmityTransportException>(() => operation.Call(client.Rooms, default));

            failure.Failure.ToString().Should().Be("InvalidHttp", "of {0}", failure);
            failure.MayHaveSucceeded.Should().Be(operation.IsWrite);
            server.Requests.Should().Be(1);
        }
    }

    /// <summary>How long a call waits in all that is rejected with this three times and once more.</summary>
    private static async Task<TimeSpan> WaitAsync(string retryAfter, int status, bool rateLimiting)
    {
        await using var server = RawServer.Responding(_ => RawResponse.Json(status, "{}", $"Date: {Http(Now)}\nRetry-After: {retryAfter}"));
        var clock = new PromptClock();
        clock.SetUtcNow(Now);
        using var client = Client(server, clock, rateLimiting);
        var start = clock.GetUtcNow();

        await Clients.FailureOf<AmityApiException>(() => OperationKind.SafeWrite.Call(client.Rooms, default));

        server.Requests.Should().Be(4);
        return clock.GetUtcNow() - start;
    }

    private static AmityClient Client(RawServer server, PromptClock clock, bool rateLimiting = true) => Clients.Of(
        server,
        options =>
        {
            options.Use(clock);
            options.MaxRetries = 3;
            options.RateLimiting = rateLimiting;
        },
        Clients.Credential(clock));

    private static string Http(DateTimeOffset instant) => instant.ToString("R", CultureInfo.InvariantCulture);
}
