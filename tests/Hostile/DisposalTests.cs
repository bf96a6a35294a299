namespace Amity.Tests.Hostile;

/// <summary>A client that is disposed while it works says so, and what may have been done.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class DisposalTests
{
    private static IEnumerable<OperationKind> Operations => OperationKind.All;

    [Test]
    public async Task Call_DisposedWhileTheResponseIsAwaited_SaysSo(
        [ValueSource(nameof(Operations))] OperationKind operation, [Values] bool ownHandler)
    {
        await using var server = RawServer.Stalling(string.Empty);
        using var handler = ownHandler ? Clients.Handler() : null;
        var client = Clients.Of(server, options => Configure(options, handler));

        var call = operation.Call(client.Rooms, default);
        await server.Requested;
        client.Dispose();

        await CheckAsync(call, operation, server);
    }

    [TestCaseSource(nameof(Operations))]
    public async Task Call_DisposedWhileTheBodyIsRead_SaysSo(OperationKind operation)
    {
        await using var server = RawServer.Stalling("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var handler = new ResponseWatch(begun);
        var client = Clients.Of(server, options =>
        {
            Configure(options, handler);
            // The body is the handler's, which is not the client's to close: reading ends with the attempt.
            options.AttemptTimeout = TimeSpan.FromSeconds(1);
        });

        var call = operation.Call(client.Rooms, default);
        await begun.Task;
        client.Dispose();

        await CheckAsync(call, operation, server);
    }

    [TestCase(503)]
    [TestCase(429)]
    public async Task Call_DisposedWhileItWaitsForItsNextAttempt_IsNotSentAgain(int status)
    {
        await using var server = RawServer.Responding(_ => RawResponse.Json(status, "{}", "Retry-After: 1"));
        using var waiting = new RetryWaitLog();
        var client = Clients.Of(server, options =>
        {
            options.MaxRetries = 3;
            options.RateLimiting = false;
            options.LoggerFactory = waiting;
        });

        var call = OperationKind.SafeWrite.Call(client.Rooms, default);
        await waiting.Retrying;
        client.Dispose();
        var failure = await Clients.FailureOf<AmityTransportException>(() => call);

        failure.Failure.Should().Be(AmityTransportFailure.Disposed);
        failure.MayHaveSucceeded.Should().Be(status == 503);
        server.Requests.Should().Be(1);
    }

    [TestCaseSource(nameof(Operations))]
    public async Task Call_AfterDisposal_IsAnErrorOfTheCaller(OperationKind operation)
    {
        await using var server = RawServer.Responding(_ => RawResponse.Json(200, "{}"));
        var client = Clients.Of(server, options => options.MaxRetries = 3);
        client.Dispose();

        await Clients.FailureOf<ObjectDisposedException>(() => operation.Call(client.Rooms, default));

        server.Requests.Should().Be(0);
    }

    [Test]
    public async Task Call_OfAnotherCredentialAfterDisposal_IsAnErrorOfTheCaller()
    {
        await using var server = RawServer.Responding(_ => RawResponse.Json(200, "{}"));
        var client = Clients.Of(server);
        var other = client.WithCredential(AmityCredential.Bearer("other"));
        client.Dispose();

        await Clients.FailureOf<ObjectDisposedException>(() => other.Rooms.GetRoomAsync("r"));
    }

    [Test]
    public async Task Enumeration_AfterDisposal_IsAnErrorOfTheCaller()
    {
        await using var server = RawServer.Responding(_ => RawResponse.Json(200, """{"roomBannedUsers":[],"paging":{}}"""));
        var client = Clients.Of(server);
        client.Dispose();

        await Clients.FailureOf<ObjectDisposedException>(async () =>
        {
            await foreach (var ban in client.Rooms.ListViewerBansAsync("r"))
            {
                ban.Should().BeNull("nothing was requested");
            }
        });
    }

    [Test]
    public async Task Bulk_AfterDisposal_NotSent()
    {
        await using var server = RawServer.Responding(_ => RawResponse.Json(200, """{"success":true}"""));
        var client = Clients.Of(server);
        client.Dispose();

        var result = await client.Rooms.BulkBanViewersAsync("r", ["ann", "ben"]);

        result.Items.Should().OnlyContain(item => item.Outcome == BulkOutcome.NotSent);
        result.Error.Should().BeOfType<ObjectDisposedException>();
        server.Requests.Should().Be(0);
    }

    [Test]
    public async Task Bulk_DisposedWhileTheSecondCallIsUnderWay_TellsTheThreeApart()
    {
        var second = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = RawServer.Responding(request =>
        {
            if (request.Number == 1)
            {
                return RawResponse.Json(200, """{"success":true}""");
            }

            second.TrySetResult();
            return new RawResponse([], RawEnd.Stall);
        });
        var client = Clients.Of(server, options =>
        {
            options.BulkConcurrency = 1;
            options.MaxRetries = 3;
        });

        var run = client.Rooms.BulkBanViewersAsync("r", Enumerable.Range(0, 300).Select(index => $"id{index}"));
        await second.Task;
        client.Dispose();
        var result = await run;

        result.Items.Select(item => item.Outcome).Chunk(100).Select(call => call.Distinct().Single())
            .Should().Equal(BulkOutcome.Done, BulkOutcome.Unknown, BulkOutcome.NotSent);
        result.Error.Should().BeOfType<AmityTransportException>().Which.Failure.Should().Be(AmityTransportFailure.Disposed);
        server.Requests.Should().Be(2);
    }

    private static void Configure(AmityClientOptions options, HttpMessageHandler? handler)
    {
        options.Handler = handler;
        options.MaxRetries = 3;
    }

    private static async Task CheckAsync(Task call, OperationKind operation, RawServer server)
    {
        var failure = await Clients.FailureOf<AmityTransportException>(() => call);

        failure.Failure.Should().Be(AmityTransportFailure.Disposed);
        failure.MayHaveSucceeded.Should().Be(operation.IsWrite);
        failure.Attempts.Should().Be(1);
        server.Requests.Should().Be(1);
    }

    /// <summary>Tells when a response has begun.</summary>
    private sealed class ResponseWatch(TaskCompletionSource begun) : DelegatingHandler(Clients.Handler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            begun.TrySetResult();
            return response;
        }
    }
}
