using Amity.Tests.Faults;

namespace Amity.Tests.Hostile;

/// <summary>The status of an error is known once its headers have arrived, whatever becomes of its body.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class StatusTests
{
    private static readonly int[] Statuses = [400, 401, 403, 404, 408, 409, 413, 422, 429, 500, 502, 503, 504];

    private static IEnumerable<UnreadableBody> Bodies => UnreadableBody.All;

    [TestCaseSource(nameof(Statuses))]
    public async Task Error_UnreadableBody_FailsWithItsStatus(int status)
    {
        var cells = (from body in UnreadableBody.All from operation in OperationKind.All select (Body: body, Operation: operation)).ToList();

        var seen = await Task.WhenAll(cells.Select(cell => SeeAsync(status, cell.Body, cell.Operation)));

        var expected = cells.Select(cell => Expect(status, cell.Body, cell.Operation));
        seen.Should().BeEquivalentTo(expected, options => options.WithStrictOrdering());
    }

    [TestCaseSource(nameof(Bodies))]
    public async Task Unauthorized_UnreadableBody_RenewsTheToken(UnreadableBody body)
    {
        var given = 0;
        var clock = new PromptClock();
        using var handler = HandlerFor(body, clock);
        await using var server = RawServer.Responding(request =>
            request.Number == 1 ? body.With(401) : RawResponse.Json(200, """{"success":true}"""));
        using var rateLimit = new AmityRateLimit(timeProvider: clock);
        var credential = AmityCredential.FromProvider(_ => Task.FromResult(new AmityToken($"token-{++given}")), rateLimit);
        using var client = Clients.Of(server, options => Configure(options, handler, clock), credential);

        await OperationKind.SafeWrite.Call(client.Rooms, default);

        given.Should().Be(2);
        server.Heads.Select(head => head.Contains("token-2")).Should().Equal(false, true);
    }

    [TestCaseSource(nameof(Bodies))]
    public async Task RateLimited_UnreadableBody_PausesTheCredential(UnreadableBody body)
    {
        var clock = new PromptClock();
        using var handler = HandlerFor(body, clock);
        await using var server = RawServer.Responding(request =>
            request.Number == 1 ? body.With(429, "Retry-After: 7") : RawResponse.Json(200, """{"rooms":[{"roomId":"r"}]}"""));
        using var rateLimit = new AmityRateLimit(timeProvider: clock);
        using var client = Clients.Of(server, options => Configure(options, handler, clock), AmityCredential.Bearer(Clients.Token, rateLimit));
        var start = clock.GetUtcNow();

        await OperationKind.UnlessSentWrite.Call(client.Rooms, default);

        server.Requests.Should().Be(2);
        (clock.GetUtcNow() - start).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(7));
    }

    [TestCaseSource(nameof(Bodies))]
    public async Task Bulk_BadRequestWithUnreadableBody_IsSplit(UnreadableBody body)
    {
        var clock = new PromptClock();
        using var handler = HandlerFor(body, clock);
        await using var server = RawServer.Responding(request =>
            request.Body.Contains("\"bad\"") ? body.With(400) : RawResponse.Json(200, """{"success":true}"""));
        using var rateLimit = new AmityRateLimit(timeProvider: clock);
        using var client = Clients.Of(server, options => Configure(options, handler, clock), AmityCredential.Bearer(Clients.Token, rateLimit));

        var result = await client.Rooms.BulkBanViewersAsync("r", ["a", "b", "bad", "c"]);

        result.Error.Should().BeNull();
        result.Items.Select(item => item.Outcome).Should().Equal(BulkOutcome.Done, BulkOutcome.Done, BulkOutcome.Rejected, BulkOutcome.Done);
        result.Items[2].Error.Should().BeAssignableTo<AmityApiException>().Which.StatusCode.Should().Be(400);
    }

    [Test]
    public async Task Bulk_CancelledWhileTheBodyOfARejectionStalls_LeavesItsIdsNotSent()
    {
        using var cancellation = new CancellationTokenSource();
        await using var server = RawServer.Responding(_ => UnreadableBody.Stalled.With(403));
        using var handler = new CancelAtResponse(cancellation) { InnerHandler = Clients.Handler() };
        using var client = Clients.Of(server, options => options.Handler = handler);

        var canceled = await Clients.FailureOf<BulkCanceledException>(
            () => client.Rooms.BulkBanViewersAsync("r", ["a", "b"], cancellationToken: cancellation.Token));

        canceled.Result.Items.Should().OnlyContain(item => item.Outcome == BulkOutcome.NotSent);
    }

    private static async Task<string> SeeAsync(int status, UnreadableBody body, OperationKind operation)
    {
        var clock = new PromptClock();
        using var handler = HandlerFor(body, clock);
        await using var server = RawServer.Responding(_ => body.With(status));
        using var rateLimit = new AmityRateLimit(timeProvider: clock);
        using var client = Clients.Of(server, options => Configure(options, handler, clock), AmityCredential.Bearer(Clients.Token, rateLimit));

        var failure = await Clients.FailureOf<AmityException>(() => operation.Call(client.Rooms, default));

        var rejection = failure as AmityApiException;
        var hasBody = body.IsRead ? "any body" : rejection?.ResponseBody is null ? "no body" : "a body";
        var type = failure.GetType();
        return Text(body, operation, type, rejection?.StatusCode, failure.Attempts, server.Requests, failure.MayHaveSucceeded, hasBody);
    }

    private static string Expect(int status, UnreadableBody body, OperationKind operation)
    {
        var type = status == 429 ? typeof(AmityRateLimitException) : typeof(AmityApiException);
        var attempts = status == 429 || (operation.IsSafe && status is 408 or 500 or 502 or 503 or 504) ? 2 : 1;
        var maybe = operation.IsWrite && status is 408 or >= 500;
        return Text(body, operation, type, status, attempts, attempts, maybe, body.IsRead ? "any body" : "no body");
    }

    private static string Text(
        UnreadableBody body, OperationKind operation, Type type, int? status, int attempts, int requests, bool maybe, string hasBody) =>
        $"{operation}, {body}: {type.Name} {status}, attempts {attempts}, requests {requests}, may have succeeded {maybe}, {hasBody}";

    private static BodyTimeoutHandler? HandlerFor(UnreadableBody body, PromptClock clock) =>
        body == UnreadableBody.Stalled ? new BodyTimeoutHandler(clock) : null;

    private static void Configure(AmityClientOptions options, HttpMessageHandler? handler, PromptClock clock)
    {
        options.Use(clock);
        options.Handler = handler;
        options.MaxRetries = 1;
        options.MaxResponseBytes = UnreadableBody.Limit;
    }

    /// <summary>Cancels as soon as the body of a response is opened.</summary>
    private sealed class CancelAtResponse(CancellationTokenSource cancellation) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            response.Content = new OpenedContent(response.Content, cancellation.Cancel);
            return response;
        }
    }
}
