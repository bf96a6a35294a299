using Newtonsoft.Json.Linq;

namespace Amity.Tests.Unit.Bulk;

/// <summary>A bulk run has as many calls under way as it may, and tells what became of every id whatever the order of the responses.</summary>
public sealed class BulkConcurrencyTests
{
    private const string Success = """{"success":true}""";

    private HeldService _service = null!;
    private CancellationTokenSource _cancellation = null!;

    [SetUp]
    public void Start() => (_service, _cancellation) = (new HeldService(), new CancellationTokenSource());

    [TearDown]
    public void Stop()
    {
        _service.Dispose();
        _cancellation.Dispose();
    }

    [TestCase(1, 10, 1)]
    [TestCase(4, 10, 4)]
    [TestCase(16, 10, 10)]
    public async Task Calls_AsManyAsAllowed_StartAtOnce(int concurrency, int calls, int atOnce)
    {
        var run = BanAsync(calls * 100, concurrency);
        _service.Requests.Should().HaveCount(atOnce);

        for (var call = 0; call < calls; call++)
        {
            // One responded makes room for one.
            await _service.WaitForAsync(Math.Min(atOnce + call, calls));
            _service.Requests[call].Succeed(Success);
        }

        (await run).WithOutcome(BulkOutcome.Done).Should().HaveCount(calls * 100);
        _service.MostUnderWay.Should().Be(atOnce);
        _service.Requests.Select(FirstId).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public async Task Outcomes_RespondedInAnyOrder_AreInTheOrderOfTheInput([Range(0, 9)] int seed)
    {
        var random = new Random(seed);
        var run = BanAsync(1000, concurrency: 10);
        _service.Requests.Should().HaveCount(10);

        foreach (var request in _service.Requests.OrderBy(_ => random.Next()))
        {
            request.Succeed(Success);
        }

        var result = await run;
        result.Items.Select(item => item.Id).Should().Equal(Ids(1000));
        result.Remaining.Should().BeEmpty();
    }

    [Test]
    public async Task Failure_WithOthersUnderWay_StartsNothingMoreAndCountsTheirOutcomes()
    {
        var run = BanAsync(1000, concurrency: 4);
        _service.Requests.Should().HaveCount(4);

        InOrder(1).Reply(404, """{"status":"error","code":400400,"message":"No room."}""");
        _service.Requests.Should().HaveCount(4);
        run.IsCompleted.Should().BeFalse("three calls are under way");
        InOrder(0).Succeed(Success);
        InOrder(3).Break(new HttpRequestException("connection reset"));
        run.IsCompleted.Should().BeFalse("one call is under way");
        InOrder(2).Succeed(Success);

        var result = await run;
        _service.Requests.Should().HaveCount(4);
        Outcomes(result).Should().Equal(
            [BulkOutcome.Done, BulkOutcome.NotSent, BulkOutcome.Done, BulkOutcome.Unknown, .. Enumerable.Repeat(BulkOutcome.NotSent, 6)]);
        result.Error.Should().BeOfType<AmityApiException>("the first failure is what ended the run").Which.StatusCode.Should().Be(404);
        result.Remaining.Should().Equal(Ids(1000).Where((_, i) => i / 100 is not (0 or 2)));
    }

    [Test]
    public async Task RejectedIds_HalvedBesideOtherCalls_StayWithinTheLimitAndInOrder()
    {
        var run = BanAsync(400, concurrency: 2);
        var responded = 0;
        while (await Task.WhenAny(run, _service.WaitForAsync(responded + 1)) != run)
        {
            var request = _service.Requests[responded++];
            request.Reply(SentIn(request).Contains("id7") || SentIn(request).Contains("id399") ? 400 : 200, Success);
        }

        var result = await run;
        result.WithOutcome(BulkOutcome.Rejected).Select(item => item.Id).Should().Equal("id7", "id399");
        result.WithOutcome(BulkOutcome.Done).Should().HaveCount(398);
        result.Items.Select(item => item.Id).Should().Equal(Ids(400));
        _service.MostUnderWay.Should().Be(2);
    }

    [Test]
    public async Task Run_Cancelled_CountsWhatIsUnderWayAsUnknownAndStartsNothingMore()
    {
        var run = BanAsync(1000, concurrency: 4);
        _service.Requests.Should().HaveCount(4);
        InOrder(2).Succeed(Success);
        await _service.WaitForAsync(5);

        await _cancellation.CancelAsync();

        var exception = (await run.Awaiting(r => r).Should().ThrowAsync<BulkCanceledException>()).Which;
        exception.CancellationToken.Should().Be(_cancellation.Token);
        _service.Requests.Should().HaveCount(5);
        Outcomes(exception.Result).Should().Equal(
            [BulkOutcome.Unknown, BulkOutcome.Unknown, BulkOutcome.Done, BulkOutcome.Unknown, BulkOutcome.Unknown, .. Enumerable.Repeat(BulkOutcome.NotSent, 5)]);
    }

    [Test]
    public async Task Provider_CancelledByItselfAfterAnotherCallFailed_LeavesTheFirstFailureTheError()
    {
        var renewed = new TaskCompletionSource<AmityToken>();
        var asked = 0;
        var credential = AmityCredential.FromProvider(_ => ++asked == 1 ? Task.FromResult(new AmityToken("t")) : renewed.Task);
        var run = BanAsync(200, concurrency: 2, credential);
        await _service.WaitForAsync(2);
        InOrder(1).Reply(401, "{}");

        InOrder(0).Reply(404, "{}");
        renewed.SetException(new TaskCanceledException("the identity server's client timed out"));

        var result = await run;
        result.Error.Should().BeOfType<AmityApiException>().Which.StatusCode.Should().Be(404);
        Outcomes(result).Should().Equal(BulkOutcome.NotSent, BulkOutcome.NotSent);
    }

    [Test]
    public async Task Run_CancelledAfterAnotherCallFailed_SaysThatItWasCancelled()
    {
        var run = BanAsync(200, concurrency: 2);
        _service.Requests.Should().HaveCount(2);
        InOrder(0).Reply(404, """{"status":"error","code":400400,"message":"No room."}""");

        await _cancellation.CancelAsync();

        var exception = (await run.Awaiting(r => r).Should().ThrowAsync<BulkCanceledException>()).Which;
        Outcomes(exception.Result).Should().Equal(BulkOutcome.NotSent, BulkOutcome.Unknown);
    }

    [Test]
    public async Task Run_CutOffWhileAnotherCallIsHalved_StartsNoOtherHalf()
    {
        var run = BanAsync(200, concurrency: 2);
        InOrder(1).Reply(400, "{}");
        _service.Requests.Should().HaveCount(3);

        InOrder(0).Reply(401, "{}");
        _service.Requests[2].Succeed(Success);

        var result = await run;
        _service.Requests.Should().HaveCount(3);
        result.Items.Chunk(50).Select(half => half.Select(item => item.Outcome).Distinct().Single()).Should().Equal(
            BulkOutcome.NotSent, BulkOutcome.NotSent, BulkOutcome.Done, BulkOutcome.NotSent);
        result.Error.Should().BeOfType<AmityApiException>().Which.StatusCode.Should().Be(401);
    }

    private static IReadOnlyList<string> Ids(int count) => [.. Enumerable.Range(0, count).Select(i => $"id{i}")];

    private static IReadOnlyList<string> SentIn(HeldRequest request) => [.. JObject.Parse(request.Body)["userIds"]!.Select(id => (string)id!)];

    private static string FirstId(HeldRequest request) => SentIn(request)[0];

    /// <summary>The outcome of each call, which has to be that of all its ids.</summary>
    private static IEnumerable<BulkOutcome> Outcomes(BulkResult result) => result.Items.Chunk(100).Select(call => call.Select(item => item.Outcome).Distinct().Single());

    /// <summary>The request that carries the n-th hundred of ids: calls that start at once arrive in any order.</summary>
    private HeldRequest InOrder(int call) => _service.Requests.Single(request => FirstId(request) == $"id{call * 100}");

    private Task<BulkResult> BanAsync(int ids, int concurrency, AmityCredential? credential = null)
    {
        var options = new AmityClientOptions { Handler = _service, MaxRetries = 0, RateLimiting = false, BulkConcurrency = concurrency };
        var client = new AmityClient(TestClient.Address, credential ?? AmityCredential.Bearer(TestClient.Token), options);
        return client.Rooms.BulkBanViewersAsync("r", Ids(ids), cancellationToken: _cancellation.Token);
    }
}
