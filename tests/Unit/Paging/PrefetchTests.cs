namespace Amity.Tests.Unit.Paging;

/// <summary>From the second page on, an enumeration fetches ahead while the caller works on a page: never more than allowed, each page once, and nothing out of order.</summary>
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
        await using var enumeration = Enumeration(ahead: 3);
        var moving = enumeration.MoveNextAsync();
        _service.Requests.Should().HaveCount(1);
        Response(0);

        (await moving).Should().BeTrue();

        _service.Requests.Should().HaveCount(1);
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(3)]
    public async Task LaterPages_Held_AsManyAsAllowedAreFetchedAhead(int ahead)
    {
        await using var enumeration = Enumeration(ahead);
        for (var page = 0; page < 8; page++)
        {
            var moving = enumeration.MoveNextAsync().AsTask();
            Response(page);
            (await moving).Should().BeTrue();
            enumeration.Current.Items.Single().UserId.Should().Be($"v{page}");
            if (page == 0)
            {
                _service.Requests.Should().HaveCount(1);
                continue;
            }

            // Each page ahead needs the token of the one before it.
            for (var next = 1; next <= ahead; next++)
            {
                Response(page + next);
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
        await using var enumeration = Enumeration(ahead);
        var responded = 0;
        while (await NextAsync())
        {
            seen.AddRange(enumeration.Current.Items.Select(ban => ban.UserId));
        }

        Task<bool> NextAsync()
        {
            var moving = enumeration.MoveNextAsync().AsTask();
            while (responded < _service.Requests.Count)
            {
                Response(responded, last: ++responded == 6);
            }

            return moving;
        }

        seen.Should().Equal("v0", "v1", "v2", "v3", "v4", "v5");
        Tokens().Should().Equal(string.Empty, "?token=t1", "?token=t2", "?token=t3", "?token=t4", "?token=t5");
    }

    [Test]
    public async Task Caller_Stops_TheOnePageAheadIsCancelled()
    {
        var enumeration = Enumeration();
        await MoveAsync(enumeration, 0);
        await MoveAsync(enumeration, 1);
        _service.Requests.Should().HaveCount(3);

        await enumeration.DisposeAsync();

        _service.Requests[2].Cancellation.IsCancellationRequested.Should().BeTrue();
        _service.Requests.Should().HaveCount(3);
    }

    [Test]
    public async Task PageAhead_Rejected_FailsOnlyWhenItIsAskedFor()
    {
        await using var enumeration = Enumeration();
        await MoveAsync(enumeration, 0);
        await MoveAsync(enumeration, 1);
        _service.Requests.Should().HaveCount(3);
        _service.Requests[2].Reply(500, """{"status":"error","code":500000,"message":"No."}""");
        enumeration.Current.Items.Single().UserId.Should().Be("v1");

        var failure = (await enumeration.Awaiting(w => w.MoveNextAsync().AsTask()).Should().ThrowAsync<AmityApiException>()).Which;

        failure.ContinuationToken.Should().Be("t2");
        _service.Requests.Should().HaveCount(3);
    }

    [Test]
    public async Task SecondPageAhead_Rejected_TheFirstIsStillHandedOver()
    {
        await using var enumeration = Enumeration(ahead: 3);
        await MoveAsync(enumeration, 0);
        await MoveAsync(enumeration, 1);
        _service.Requests.Should().HaveCount(3);
        Response(2);
        _service.Requests.Should().HaveCount(4);
        _service.Requests[3].Reply(500, "{}");

        (await enumeration.MoveNextAsync()).Should().BeTrue();
        enumeration.Current.Items.Single().UserId.Should().Be("v2");
        var failure = (await enumeration.Awaiting(w => w.MoveNextAsync().AsTask()).Should().ThrowAsync<AmityApiException>()).Which;

        failure.ContinuationToken.Should().Be("t3");
        _service.Requests.Should().HaveCount(4);
    }

    [Test]
    public async Task Token_RepeatedAhead_FailsAfterThePageWasHandedOver()
    {
        await using var enumeration = Enumeration();
        await MoveAsync(enumeration, 0);
        await MoveAsync(enumeration, 1);
        _service.Requests.Should().HaveCount(3);
        _service.Requests[2].Succeed("""{"roomBannedUsers":[{"userPublicId":"v2"}],"paging":{"next":"t2"}}""");

        (await enumeration.MoveNextAsync()).Should().BeTrue();
        enumeration.Current.Items.Single().UserId.Should().Be("v2");
        _service.Requests.Should().HaveCount(3);
        var failure = (await enumeration.Awaiting(w => w.MoveNextAsync().AsTask()).Should().ThrowAsync<AmityPagingException>()).Which;

        failure.ContinuationToken.Should().Be("t2");
        _service.Requests.Should().HaveCount(3);
    }

    [Test]
    public async Task MaxPages_Reached_NoPageAheadExceedsThem([Values(0, 1, 3)] int ahead)
    {
        await using var enumeration = Enumeration(ahead, maxPages: 3);
        for (var page = 0; page < 3; page++)
        {
            var moving = enumeration.MoveNextAsync().AsTask();
            Response(page);
            (await moving).Should().BeTrue();
        }

        _service.Requests.Should().HaveCount(3);
        var failure = (await enumeration.Awaiting(w => w.MoveNextAsync().AsTask()).Should().ThrowAsync<AmityPagingException>()).Which;

        failure.ContinuationToken.Should().Be("t3");
        _service.Requests.Should().HaveCount(3);
    }

    [Test]
    public async Task Enumeration_CancelledWhileAPageIsFetchedAhead_CancelsIt()
    {
        await using var enumeration = Enumeration();
        await MoveAsync(enumeration, 0);
        await MoveAsync(enumeration, 1);
        _service.Requests.Should().HaveCount(3);

        await _cancellation.CancelAsync();

        await enumeration.Awaiting(w => w.MoveNextAsync().AsTask()).Should().ThrowAsync<OperationCanceledException>();
        _service.Requests[2].Cancellation.IsCancellationRequested.Should().BeTrue();
        _service.Requests.Should().HaveCount(3);
    }

    [Test]
    public async Task Enumeration_CancelledWithAPageReadAhead_FetchesNoMore()
    {
        await using var enumeration = Enumeration();
        await MoveAsync(enumeration, 0);
        await MoveAsync(enumeration, 1);
        _service.Requests.Should().HaveCount(3);
        Response(2);

        await _cancellation.CancelAsync();
        var act = async () =>
        {
            while (await enumeration.MoveNextAsync())
            {
            }
        };

        await act.Should().ThrowAsync<OperationCanceledException>();
        _service.Requests.Should().HaveCount(3);
    }

    private IAsyncEnumerator<Page<ViewerBan>> Enumeration(int ahead = 1, int maxPages = 1000)
    {
        var options = new AmityClientOptions { Handler = _service, MaxRetries = 0, RateLimiting = false, PrefetchPages = ahead, MaxPages = maxPages };
        var client = new AmityClient(TestClient.Address, AmityCredential.Bearer(TestClient.Token), options);
        return client.Rooms.ListViewerBansAsync("r", cancellationToken: _cancellation.Token).AsPages().GetAsyncEnumerator();
    }

    /// <summary>Moves to a page that is not fetched yet, or is being fetched.</summary>
    private async Task MoveAsync(IAsyncEnumerator<Page<ViewerBan>> enumeration, int page)
    {
        var moving = enumeration.MoveNextAsync().AsTask();
        Response(page);
        (await moving).Should().BeTrue();
    }

    private void Response(int page, bool last = false)
    {
        var next = last ? "null" : $"\"t{page + 1}\"";
        _service.Requests[page].Succeed($$$"""{"roomBannedUsers":[{"userPublicId":"v{{{page}}}"}],"paging":{"next":{{{next}}} } }""");
    }

    private IEnumerable<string> Tokens() => _service.Requests.Select(request => request.Address.Query);
}
