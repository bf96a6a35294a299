namespace Amity.Tests.Unit.Testing;

/// <summary>What <see cref="AmityFakes"/> makes is as the library makes it.</summary>
public sealed class AmityFakesTests
{
    [Test]
    public void ApiException_WithEverything_HasIt()
    {
        var exception = AmityFakes.ApiException(
            "banViewers",
            403,
            AmityErrorCode.UsersCannotBeBanned,
            "Cannot ban",
            TimeSpan.FromSeconds(3),
            ["staff"],
            "{}",
            mayHaveSucceeded: true,
            attempts: 4,
            continuationToken: "7");

        exception.Should().BeEquivalentTo(new
        {
            Operation = "banViewers",
            StatusCode = 403,
            ErrorCode = AmityErrorCode.UsersCannotBeBanned,
            Category = AmityErrorCategory.UsersRejected,
            ServiceMessage = "Cannot ban",
            RetryAfter = TimeSpan.FromSeconds(3),
            Details = new[] { "staff" },
            ResponseBody = "{}",
            MayHaveSucceeded = true,
            Attempts = 4,
            ContinuationToken = "7",
        });
        exception.Message.Should().StartWith("banViewers failed: Cannot ban (HTTP 403, code 400306).");
    }

    [Test]
    public void ApiException_Status429_IsARateLimitException() => AmityFakes.ApiException("getRoom", 429, retryAfter: TimeSpan.FromSeconds(5))
        .Should().BeOfType<AmityRateLimitException>().Which.RetryAfter.Should().Be(TimeSpan.FromSeconds(5));

    [Test]
    public void TransportException_WithEverything_HasIt()
    {
        var inner = new IOException();

        var exception = AmityFakes.TransportException(
            "getRoom", AmityTransportFailure.ProxyRejected, "no way", 407, mayHaveSucceeded: true, attempts: 2, continuationToken: "7", inner);

        exception.Should().BeEquivalentTo(new
        {
            Operation = "getRoom",
            Failure = AmityTransportFailure.ProxyRejected,
            ProxyStatusCode = 407,
            MayHaveSucceeded = true,
            Attempts = 2,
            ContinuationToken = "7",
        });
        exception.InnerException.Should().BeSameAs(inner);
        exception.Message.Should().StartWith("getRoom got no usable response (ProxyRejected): no way.");
    }

    [Test]
    public void PagingException_Made_HasItsTokenAndWords()
    {
        var exception = AmityFakes.PagingException("listRooms", "7", "It never ends.");

        exception.Should().BeEquivalentTo(new { Operation = "listRooms", ContinuationToken = "7" });
        exception.Message.Should().StartWith("It never ends.");
    }

    [Test]
    public void BulkExceptions_Made_HoldTheResult()
    {
        using var cancellation = new CancellationTokenSource();
        var result = new BulkResult([new("ann", BulkOutcome.NotSent)]);

        var canceled = AmityFakes.BulkCanceledException(result, cancellation.Token);

        canceled.Result.Should().BeSameAs(result);
        canceled.CancellationToken.Should().Be(cancellation.Token);
        AmityFakes.BulkIncompleteException(result).Result.Should().BeSameAs(result);
    }

    [Test]
    public async Task Pages_OfItems_AreOnePage()
    {
        var page = (await PagesOf(AmityFakes.Pages(["a", "b"]))).Single();

        page.Items.Should().Equal("a", "b");
        page.ContinuationToken.Should().BeNull();
    }

    [Test]
    public async Task Pages_OfASize_EnumerateAllItemsAndTakeTheirTokens()
    {
        var pages = AmityFakes.Pages(["a", "b", "c", "d", "e"], pageSize: 2);

        (await ItemsOf(pages)).Should().Equal("a", "b", "c", "d", "e");
        (await PagesOf(pages)).Select(page => page.ContinuationToken).Should().Equal("1", "2", null);
        (await PagesOf(pages, "2")).Single().Items.Should().Equal("e");
    }

    [Test]
    public async Task Pages_None_AreAnEmptyList() => (await ItemsOf(AmityFakes.Pages<string>([]))).Should().BeEmpty();

    [Test]
    public void Pages_SizeOfZero_IsRejected() => FluentActions.Invoking(() => AmityFakes.Pages(["a"], pageSize: 0))
        .Should().Throw<ArgumentOutOfRangeException>().WithParameterName("pageSize");

    [Test]
    public async Task Pages_WithTokensOfTheirOwn_AreFoundByThem()
    {
        var pages = AmityFakes.Pages(AmityFakes.Page(["a"], "next"), AmityFakes.Page(["b"]));

        (await ItemsOf(pages)).Should().Equal("a", "b");
        (await PagesOf(pages, "next")).Single().Items.Should().Equal("b");
    }

    [Test]
    public async Task Pages_TokenOfNoPage_Fails()
    {
        var pages = AmityFakes.Pages(AmityFakes.Page(["a"], "next"), AmityFakes.Page(["b"]));

        await FluentActions.Awaiting(() => PagesOf(pages, "other")).Should().ThrowAsync<ArgumentException>().WithMessage("*'other'*");
    }

    [Test]
    public async Task Pages_WithAnError_FailAfterTheLastItemAsAnEnumerationDoes()
    {
        var error = AmityFakes.TransportException("listRooms", AmityTransportFailure.Reset);
        var seen = new List<string>();

        var act = async () =>
        {
            await foreach (var item in AmityFakes.Pages(["a", "b"], pageSize: 1, error))
            {
                seen.Add(item);
            }
        };

        (await act.Should().ThrowAsync<AmityTransportException>()).Which.ContinuationToken.Should().Be("2", "the third page failed");
        seen.Should().Equal("a", "b");
    }

    [Test]
    public async Task Pages_OfNothingWithAnError_FailAtOnce() =>
        await FluentActions.Awaiting(() => ItemsOf(AmityFakes.Pages<string>([], error: new InvalidOperationException())))
            .Should().ThrowAsync<InvalidOperationException>();

    private static async Task<List<string>> ItemsOf(AsyncPages<string> pages)
    {
        var items = new List<string>();
        await foreach (var item in pages)
        {
            items.Add(item);
        }

        return items;
    }

    private static async Task<List<Page<string>>> PagesOf(AsyncPages<string> pages, string? continuationToken = null)
    {
        var all = new List<Page<string>>();
        await foreach (var page in pages.AsPages(continuationToken))
        {
            all.Add(page);
        }

        return all;
    }
}
