using Newtonsoft.Json.Linq;

namespace Amity.Tests.Unit.Paging;

/// <summary>What every enumeration over pages promises; each list has a class of its own below this one.</summary>
public abstract class PagingTests<T>
{
    private static readonly string?[] AbsentTokens = ["""{"next":""}""", """{"next":null}""", "{}", "null", null];

    private static IEnumerable<Func<Exception>> Failures =>
        [() => new HttpRequestException("broken"), () => new IOException("broken")];

    /// <summary>The response's list.</summary>
    protected abstract string ListName { get; }

    /// <summary>The field of an item that the tests tell it by.</summary>
    protected abstract string IdName { get; }

    /// <summary>The name of the token in the query.</summary>
    protected abstract string TokenName { get; }

    /// <summary>The name of the page size in the query.</summary>
    protected abstract string SizeName { get; }

    protected abstract AsyncPages<T> Enumerate(RoomsClient rooms, int? pageSize = null, CancellationToken cancellationToken = default);

    protected abstract string? IdOf(T item);

    [Test]
    public void Enumerate_NotYetMoved_SendsNothing()
    {
        var handler = new ScriptedHandler();

        var pages = Enumerate(TestClient.Rooms(handler));
        _ = pages.GetAsyncEnumerator();
        _ = pages.AsPages().GetAsyncEnumerator();

        handler.Requests.Should().BeEmpty();
    }

    [Test]
    public async Task Enumerate_ItemByItem_SendsOneRequestPerPage()
    {
        var handler = new ScriptedHandler().Response(Page("t1", "a", "b")).Response(Page(null, "c"));
        var seen = new List<(string?, int)>();

        await foreach (var item in Enumerate(TestClient.Rooms(handler)))
        {
            seen.Add((IdOf(item), handler.Requests.Count));
        }

        seen.Should().Equal(("a", 1), ("b", 1), ("c", 2));
    }

    [Test]
    public async Task Enumerate_SecondPage_IsAskedForWithTheTokenAndTheSameSize()
    {
        var handler = new ScriptedHandler().Response(Page("t/1+=", "a")).Response(Page(null, "b"));

        await ReadAsync(Enumerate(TestClient.Rooms(handler), pageSize: 7));

        handler.Requests[0].Query.Should().BeEquivalentTo([KeyValuePair.Create(SizeName, "7")]);
        handler.Requests[1].Query.Should().BeEquivalentTo([KeyValuePair.Create(SizeName, "7"), KeyValuePair.Create(TokenName, "t/1+=")]);
    }

    [Test]
    public async Task Enumerate_Twice_StartsAgain()
    {
        var handler = new ScriptedHandler().Response(Page("t1", "a")).Response(Page(null, "b")).Response(Page(null, "c"));
        var pages = Enumerate(TestClient.Rooms(handler));

        var first = await ReadAsync(pages);
        var second = await ReadAsync(pages);

        first.Should().Equal("a", "b");
        second.Should().Equal("c");
        handler.Requests[2].Target.Should().Be(handler.Requests[0].Target);
    }

    [Test]
    public async Task Enumerate_EmptyPageWithAToken_GoesOn()
    {
        var handler = new ScriptedHandler().Response(Page("t1")).Response(Page("t2")).Response(Page(null, "a"));

        (await ReadAsync(Enumerate(TestClient.Rooms(handler)))).Should().Equal("a");
    }

    [TestCaseSource(nameof(AbsentTokens))]
    public async Task Enumerate_NoNextToken_Ends(string? paging)
    {
        var handler = new ScriptedHandler().Response($$"""{"{{ListName}}":[{"{{IdName}}":"a"}]{{(paging is null ? null : $",\"paging\":{paging}")}}}""");

        (await ReadAsync(Enumerate(TestClient.Rooms(handler)))).Should().Equal("a");
        (await PagesAsync(Enumerate(TestClient.Rooms(new ScriptedHandler().Response(Page(null, "a")))))).Single().ContinuationToken.Should().BeNull();
    }

    [Test]
    public async Task Enumerate_ListMissingOrNullBesidePaging_IsEmpty()
    {
        (await ReadAsync(Enumerate(TestClient.Rooms(new ScriptedHandler().Response("""{"paging":{}}"""))))).Should().BeEmpty();
        (await ReadAsync(Enumerate(TestClient.Rooms(new ScriptedHandler().Response($"{{\"{ListName}\":null,\"paging\":{{}}}}"))))).Should().BeEmpty();
    }

    [TestCase("""{"success":false}""")]
    [TestCase("{}")]
    [TestCase("""{"status":"error","code":500000,"message":"No."}""")]
    [TestCase("""{"message":"We are under maintenance"}""")]
    [TestCase("""{"paging":null}""")]
    [TestCase("""{"#":null}""")]
    [TestCase("""{"#":{}}""")]
    [TestCase("""{"#":{},"paging":{}}""")]
    public async Task Enumerate_SecondResponseIsNoPage_FailsAndSaysWhereToResume(string response)
    {
        var noPage = response.Replace("#", ListName, StringComparison.Ordinal);
        var handler = new ScriptedHandler().Response(Page("t1", "a")).Response(noPage);
        var seen = new List<string?>();

        var act = async () =>
        {
            await foreach (var item in Enumerate(TestClient.Rooms(handler)))
            {
                seen.Add(IdOf(item));
            }
        };

        var exception = (await act.Should().ThrowAsync<AmityApiException>()).Which;
        exception.Category.Should().Be(AmityErrorCategory.FailedOperation);
        exception.ContinuationToken.Should().Be("t1");
        seen.Should().Equal("a");
    }

    [TestCase("A", "A")]
    [TestCase("A", "B", "A")]
    [TestCase("A", "B", "C", "D", "B")]
    public async Task Enumerate_TokensThatRepeat_EndBeforeAPageIsReadTwice(params string[] tokens)
    {
        var handler = tokens.Aggregate(new ScriptedHandler(), (script, token) => script.Response(Page(token, "a")));

        var act = () => ReadAsync(Enumerate(TestClient.Rooms(handler)));

        (await act.Should().ThrowAsync<AmityPagingException>()).Which.ContinuationToken.Should().Be(tokens[^1]);
        handler.Requests.Should().HaveCount(tokens.Length);
    }

    [Test]
    public async Task AsPages_TokenOfTheCallerComesBack_IsARepetitionToo()
    {
        var handler = new ScriptedHandler().Response(Page("B", "a")).Response(Page("A", "b"));

        var act = () => PagesAsync(Enumerate(TestClient.Rooms(handler)), "A");

        (await act.Should().ThrowAsync<AmityPagingException>()).Which.ContinuationToken.Should().Be("A");
    }

    [Test]
    public async Task Enumerate_TokenOfAnyLength_IsSentBackAsItIs()
    {
        var token = new string('x', 20_000);
        var handler = new ScriptedHandler().Response(Page(token, "a")).Response(Page(null, "b"));

        (await ReadAsync(Enumerate(TestClient.Rooms(handler)))).Should().Equal("a", "b");

        handler.Requests[1].Query.Should().Contain(query => query.Value == token);
    }

    [Test]
    public async Task AsPages_EmptyToken_StartsAtTheBeginning()
    {
        var handler = new ScriptedHandler().Response(Page(null, "a"));

        (await PagesAsync(Enumerate(TestClient.Rooms(handler)), string.Empty)).Should().ContainSingle();

        handler.Requests.Single().Query.Should().NotContain(query => query.Key.Contains("token", StringComparison.Ordinal));
    }

    [Test]
    public async Task Enumerate_Cancelled_CarriesTheCallersOwnToken([Values] bool ofTheEnumerator)
    {
        using var cancellation = new CancellationTokenSource();
        var handler = new ScriptedHandler().Step((_, _) =>
        {
            cancellation.Cancel();
            return Task.FromException<HttpResponseMessage>(new OperationCanceledException(cancellation.Token));
        });
        var list = Enumerate(TestClient.Rooms(handler), cancellationToken: ofTheEnumerator ? default : cancellation.Token);
        await using var enumerator = list.GetAsyncEnumerator(ofTheEnumerator ? cancellation.Token : default);

        var act = async () => await enumerator.MoveNextAsync();

        (await act.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancellation.Token);
    }

    [Test]
    public async Task Enumerate_NullEntries_AreSkipped()
    {
        var handler = new ScriptedHandler().Response($$"""{"{{ListName}}":[null,{"{{IdName}}":"a"},null]}""");

        (await ReadAsync(Enumerate(TestClient.Rooms(handler)))).Should().Equal("a");
    }

    [Test]
    public async Task AsPages_RepeatedToken_ThrowsAfterThePageWasHandedOver()
    {
        var handler = new ScriptedHandler().Response(Page("t1", "a")).Response(Page("t1", "b"));
        var seen = new List<string?>();

        var act = async () =>
        {
            await foreach (var page in Enumerate(TestClient.Rooms(handler)).AsPages())
            {
                seen.AddRange(page.Items.Select(IdOf));
            }
        };

        (await act.Should().ThrowAsync<AmityPagingException>()).Which.ContinuationToken.Should().Be("t1");
        seen.Should().Equal("a", "b");
        handler.Requests.Should().HaveCount(2);
    }

    [Test]
    public async Task Enumerate_SecondPageRejected_SaysWhereToResume()
    {
        var handler = new ScriptedHandler().Response(Page("t1", "a")).Response(500, """{"status":"error","code":500000,"message":"No."}""");

        var act = () => ReadAsync(Enumerate(TestClient.Rooms(handler)));

        var exception = (await act.Should().ThrowAsync<AmityApiException>()).Which;
        exception.ContinuationToken.Should().Be("t1");
        exception.Message.Should().EndWith("Resume with AsPages and this exception's ContinuationToken.");
    }

    [Test]
    public async Task Enumerate_FirstPageRejected_HasNothingToResumeFrom()
    {
        var act = () => ReadAsync(Enumerate(TestClient.Rooms(new ScriptedHandler().Response(500, "{}"))));

        var exception = (await act.Should().ThrowAsync<AmityApiException>()).Which;
        exception.ContinuationToken.Should().BeNull();
        exception.Message.Should().NotContain("AsPages");
    }

    [TestCaseSource(nameof(Failures))]
    public async Task Enumerate_SecondPageBreaksOff_SaysWhereToResume(Func<Exception> failure)
    {
        var handler = new ScriptedHandler().Response(Page("t1", "a")).Response(new HttpResponseMessage { Content = new BreakingContent(failure()) });

        var act = () => ReadAsync(Enumerate(TestClient.Rooms(handler)));

        (await act.Should().ThrowAsync<AmityTransportException>()).Which.ContinuationToken.Should().Be("t1");
    }

    [Test]
    public async Task AsPages_WithAToken_StartsThere()
    {
        var handler = new ScriptedHandler().Response(Page("t2", "b")).Response(Page(null, "c"));

        var pages = await PagesAsync(Enumerate(TestClient.Rooms(handler)), "t1");

        handler.Requests[0].Query.Should().BeEquivalentTo([KeyValuePair.Create(TokenName, "t1")]);
        pages.Select(page => page.ContinuationToken).Should().Equal("t2", null);
    }

    [TestCase(0)]
    [TestCase(-1)]
    public void Enumerate_PageSizeBelowOne_IsRejectedAtOnce(int pageSize)
    {
        var act = () => Enumerate(TestClient.Rooms(new ScriptedHandler()), pageSize);

        act.Should().Throw<ArgumentException>().WithMessage("options.PageSize*at least 1*").Which.ParamName.Should().Be("options.PageSize");
    }

    [Test]
    public async Task Enumerate_CancelledBetweenItems_ThrowsAtTheNextItem([Values] bool byTheList)
    {
        using var cancellation = new CancellationTokenSource();
        var pages = Enumerate(TestClient.Rooms(new ScriptedHandler().Response(Page("t1", "a", "b"))), cancellationToken: byTheList ? cancellation.Token : default);
        await using var items = pages.GetAsyncEnumerator(byTheList ? default : cancellation.Token);
        await items.MoveNextAsync();

        await cancellation.CancelAsync();
        var act = async () => await items.MoveNextAsync();

        await act.Should().ThrowAsync<OperationCanceledException>();
    }

    [Test]
    public async Task Enumerate_CancelledDuringARequest_Throws([Values] bool byTheList)
    {
        using var cancellation = new CancellationTokenSource();
        var never = new TaskCompletionSource<HttpResponseMessage>();
        var handler = new ScriptedHandler().ResponseWhen(never.Task);
        var pages = Enumerate(TestClient.Rooms(handler), cancellationToken: byTheList ? cancellation.Token : default);
        await using var items = pages.GetAsyncEnumerator(byTheList ? default : cancellation.Token);
        var moving = items.MoveNextAsync().AsTask();

        await cancellation.CancelAsync();
        var act = () => moving.WaitAsync(TimeSpan.FromSeconds(10));

        await act.Should().ThrowAsync<OperationCanceledException>();
        handler.Requests.Should().ContainSingle();
    }

    [Test]
    public async Task AsPages_CancelledBetweenPages_Throws([Values] bool byTheList)
    {
        using var cancellation = new CancellationTokenSource();
        var handler = new ScriptedHandler().Response(Page("t1", "a"));
        var list = Enumerate(TestClient.Rooms(handler), cancellationToken: byTheList ? cancellation.Token : default);
        await using var pages = list.AsPages().GetAsyncEnumerator(byTheList ? default : cancellation.Token);
        await pages.MoveNextAsync();

        await cancellation.CancelAsync();
        var act = async () => await pages.MoveNextAsync();

        await act.Should().ThrowAsync<OperationCanceledException>();
        handler.Requests.Should().ContainSingle();
    }

    protected async Task<IReadOnlyList<string?>> ReadAsync(AsyncPages<T> pages)
    {
        var ids = new List<string?>();
        await foreach (var item in pages)
        {
            ids.Add(IdOf(item));
        }

        return ids;
    }

    protected string Page(string? next, params string[] ids) => new JObject
    {
        [ListName] = new JArray(ids.Select(id => new JObject { [IdName] = id })),
        ["paging"] = next is null ? [] : new JObject { ["next"] = next },
    }.ToString();

    private static async Task<IReadOnlyList<Page<T>>> PagesAsync(AsyncPages<T> list, string? continuationToken = null)
    {
        var pages = new List<Page<T>>();
        await foreach (var page in list.AsPages(continuationToken))
        {
            pages.Add(page);
        }

        return pages;
    }
}
