namespace Amity.Tests.Unit.Prefetch;

/// <summary>From the second page on, a walk fetches ahead while the caller works on a page: never more than allowed, each page once, and nothing out of order.</summary>
public sealed class PrefetchTests
{
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

    [Test]
    public async Task FirstPage_Held_NothingIsFetchedAhead()
    {
        await using var walk = Walk(ahead: 3);
        var moving = walk.MoveNextAsync();
        _service.Requests.Should().HaveCount(1);
        Answer(0);

        (await moving).Should().BeTrue();

        _service.Requests.Should().HaveCount(1);
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(3)]
    public async Task LaterPages_Held_AsManyAsAllowedAreFetchedAhead(int ahead)
    {
        await using var walk = Walk(ahead);
        for (var page = 0; page < 8; page++)
        {
            var moving = walk.MoveNextAsync().AsTask();
            Answer(page);
            (await moving).Should().BeTrue();
            walk.Current.Items.Single().BannedUserId.Should().Be($"v{page}");
            if (page == 0)
            {
                _service.Requests.Should().HaveCount(1);
                continue;
            }

            // Each page ahead needs the token of the one before it.
            for (var next = 1; next <= ahead; next++)
            {
                Answer(page + next);
            }

            _service.Requests.Should().HaveCount(page + 1 + ahead);
        }

        _service.MostUnderWay.Should().Be(1);
        Tokens().Should().OnlyHaveUniqueItems();
    }

    [Test]
    public async Task LastPage_Reached_OneRequestPerPageWasSent([Values(0, 1, 3, 50)] int ahead)
    {
        var seen = new List<string?>();
        await using var walk = Walk(ahead);
        var answered = 0;
        while (await NextAsync())
        {
            seen.AddRange(walk.Current.Items.Select(ban => ban.BannedUserId));
        }

        Task<bool> NextAsync()
        {
            var moving = walk.MoveNextAsync().AsTask();
            while (answered < _service.Requests.Count)
            {
                Answer(answered, last: ++answered == 6);
            }

            return moving;
        }

        seen.Should().Equal("v0", "v1", "v2", "v3", "v4", "v5");
        Tokens().Should().Equal(string.Empty, "?token=t1", "?token=t2", "?token=t3", "?token=t4", "?token=t5");
    }

    [Test]
    public async Task Caller_Stops_TheOnePageAheadIsCancelled()
    {
        var walk = Walk();
        await MoveAsync(walk, 0);
        await MoveAsync(walk, 1);
        _service.Requests.Should().HaveCount(3);

        await walk.DisposeAsync();

        _service.Requests[2].Cancellation.IsCancellationRequested.Should().BeTrue();
        _service.Requests.Should().HaveCount(3);
    }

    [Test]
    public async Task PageAhead_Refused_FailsOnlyWhenItIsAskedFor()
    {
        await using var walk = Walk();
        await MoveAsync(walk, 0);
        await MoveAsync(walk, 1);
        _service.Requests.Should().HaveCount(3);
        _service.Requests[2].Reply(500, """{"status":"error","code":500000,"message":"No."}""");
        walk.Current.Items.Single().BannedUserId.Should().Be("v1");

        var failure = (await walk.Awaiting(w => w.MoveNextAsync().AsTask()).Should().ThrowAsync<AmityApiException>()).Which;

        failure.ContinuationToken.Should().Be("t2");
        _service.Requests.Should().HaveCount(3);
    }

    [Test]
    public async Task SecondPageAhead_Refused_TheFirstIsStillHandedOver()
    {
        await using var walk = Walk(ahead: 3);
        await MoveAsync(walk, 0);
        await MoveAsync(walk, 1);
        _service.Requests.Should().HaveCount(3);
        Answer(2);
        _service.Requests.Should().HaveCount(4);
        _service.Requests[3].Reply(500, "{}");

        (await walk.MoveNextAsync()).Should().BeTrue();
        walk.Current.Items.Single().BannedUserId.Should().Be("v2");
        var failure = (await walk.Awaiting(w => w.MoveNextAsync().AsTask()).Should().ThrowAsync<AmityApiException>()).Which;

        failure.ContinuationToken.Should().Be("t3");
        _service.Requests.Should().HaveCount(4);
    }

    [Test]
    public async Task Token_RepeatedAhead_FailsAfterThePageWasHandedOver()
    {
        await using var walk = Walk();
        await MoveAsync(walk, 0);
        await MoveAsync(walk, 1);
        _service.Requests.Should().HaveCount(3);
        _service.Requests[2].Succeed("""{"roomBannedUsers":[{"userPublicId":"v2"}],"paging":{"next":"t2"}}""");

        (await walk.MoveNextAsync()).Should().BeTrue();
        walk.Current.Items.Single().BannedUserId.Should().Be("v2");
        _service.Requests.Should().HaveCount(3);
        var failure = (await walk.Awaiting(w => w.MoveNextAsync().AsTask()).Should().ThrowAsync<AmityPagingException>()).Which;

        failure.ContinuationToken.Should().Be("t2");
        _service.Requests.Should().HaveCount(3);
    }

    [Test]
    public async Task MaxPages_Reached_NoPageAheadExceedsThem([Values(0, 1, 3)] int ahead)
    {
        await using var walk = Walk(ahead, maxPages: 3);
        for (var page = 0; page < 3; page++)
        {
            var moving = walk.MoveNextAsync().AsTask();
            Answer(page);
            (await moving).Should().BeTrue();
        }

        _service.Requests.Should().HaveCount(3);
        var failure = (await walk.Awaiting(w => w.MoveNextAsync().AsTask()).Should().ThrowAsync<AmityPagingException>()).Which;

        failure.ContinuationToken.Should().Be("t3");
        _service.Requests.Should().HaveCount(3);
    }

    [Test]
    public async Task Walk_CancelledWhileAPageIsFetchedAhead_CancelsIt()
    {
        await using var walk = Walk();
        await MoveAsync(walk, 0);
        await MoveAsync(walk, 1);
        _service.Requests.Should().HaveCount(3);

        await _cancellation.CancelAsync();

        await walk.Awaiting(w => w.MoveNextAsync().AsTask()).Should().ThrowAsync<OperationCanceledException>();
        _service.Requests[2].Cancellation.IsCancellationRequested.Should().BeTrue();
        _service.Requests.Should().HaveCount(3);
    }

    [Test]
    public async Task Walk_CancelledWithAPageReadAhead_FetchesNoMore()
    {
        await using var walk = Walk();
        await MoveAsync(walk, 0);
        await MoveAsync(walk, 1);
        _service.Requests.Should().HaveCount(3);
        Answer(2);

        await _cancellation.CancelAsync();
        var act = async () =>
        {
            while (await walk.MoveNextAsync())
            {
            }
        };

        await act.Should().ThrowAsync<OperationCanceledException>();
        _service.Requests.Should().HaveCount(3);
    }

    private IAsyncEnumerator<Page<ViewerBan>> Walk(int ahead = 1, int maxPages = 1000)
    {
        var options = new AmityClientOptions { Handler = _service, MaxRetries = 0, Pacing = false, PrefetchPages = ahead, MaxPages = maxPages };
        var client = new AmityClient(TestClient.Address, AmityCredential.Bearer(TestClient.Token), options);
        return client.Rooms.EnumerateViewerBansAsync("r", cancellationToken: _cancellation.Token).AsPages().GetAsyncEnumerator();
    }

    /// <summary>Moves to a page that is not fetched yet, or is being fetched.</summary>
    private async Task MoveAsync(IAsyncEnumerator<Page<ViewerBan>> walk, int page)
    {
        var moving = walk.MoveNextAsync().AsTask();
        Answer(page);
        (await moving).Should().BeTrue();
    }

    private void Answer(int page, bool last = false)
    {
        var next = last ? "null" : $"\"t{page + 1}\"";
        _service.Requests[page].Succeed($$$"""{"roomBannedUsers":[{"userPublicId":"v{{{page}}}"}],"paging":{"next":{{{next}}} } }""");
    }

    private IEnumerable<string> Tokens() => _service.Requests.Select(request => request.Address.Query);
}
