namespace Amity.Tests.Shapes;

/// <summary>A list in pages: each request takes the token of the page before, and the options as they were at the call.</summary>
internal sealed class ListPageTests : ShapeTest
{
    private const string Path = "/result/pages/h";

    [Test]
    public async Task Pages_OfAList_AreEnumeratedToTheLast()
    {
        Server.Reply(
            Reply.Json("""{"parties":[{"partyId":"a"},null],"paging":{"next":"t+1"}}"""),
            Reply.Json("""{"parties":[],"paging":{"next":"t2"}}"""),
            Reply.Json("""{"parties":[{"partyId":"b"}],"paging":{"next":""}}"""));

        var ids = new List<string>();
        await foreach (var party in Client.Results.FindPartiesAsync("h", ["x"]))
        {
            ids.Add(party.PartyId);
        }

        ids.Should().Equal("a", "b");
        Server.Requests.Select(request => request.Target).Should().Equal(
            $"{Path}?tags=x", $"{Path}?tags=x&options%5Btoken%5D=t%2B1", $"{Path}?tags=x&options%5Btoken%5D=t2");
    }

    [Test]
    public async Task Options_OfEachKind_GoWithEachPage()
    {
        Server.Reply(Reply.Json("""{"parties":[],"paging":{"next":"t"}}"""), Reply.Json("""{"parties":[]}"""));
        var options = new FindPartiesOptions { Kinds = ["k", "l"], Color = Color.Red, XTrace = "trace", PageSize = 5, After = "z" };

        await foreach (var _ in Client.Results.FindPartiesAsync("h", [], options).AsPages())
        {
        }

        string[] sent = ["kinds=k", "kinds=l", "color=red", "options[limit]=5"];
        Server.Requests[0].Query.Should().Equal([.. sent, "options[after]=z"]);
        Server.Requests[1].Query.Should().Equal([.. sent, "options[after]=z", "options[token]=t"]);
        Server.Requests.Should().OnlyContain(request => request.Headers["x-trace"] == "trace");
    }

    [Test]
    public async Task Options_ChangedAfterTheCall_ChangeNothing()
    {
        Server.Reply(Reply.Json("""{"parties":[],"paging":{"next":"t"}}"""), Reply.Json("""{"parties":[]}"""));
        List<string> tags = ["x"];
        List<string> kinds = ["k"];
        var options = new FindPartiesOptions { Kinds = kinds, PageSize = 5, Filter = new() { Keyword = "w" } };

        var pages = Client.Results.FindPartiesAsync("h", tags, options);
        await foreach (var _ in pages.AsPages())
        {
            tags.Add("y");
            kinds[0] = "l";
            options.PageSize = 6;
            options.Color = Color.Red;
            options.Filter.Keyword = "v";
        }

        Server.Requests[0].Query.Should().Equal("tags=x", "kinds=k", "filter[keyword]=w", "options[limit]=5");
        Server.Requests[1].Query.Should().Equal("tags=x", "kinds=k", "filter[keyword]=w", "options[limit]=5", "options[token]=t");
    }

    [Test]
    public async Task Enumeration_FromATokenOfTheOptions_BeginsThere()
    {
        Server.Reply(Reply.Json("""{"parties":[{"partyId":"a"}],"paging":{"next":"t2"}}"""));

        var page = await Client.Results.FindPartiesAsync("h", [], new() { ContinuationToken = "t1" }).GetPageAsync();

        page.Items.Should().ContainSingle().Which.PartyId.Should().Be("a");
        page.ContinuationToken.Should().Be("t2");
        page.Included.Should().BeOfType<PartyPage>().And.BeSameAs(page.Items[0].Included);
        Server.Request.Query.Should().Equal("options[token]=t1");
    }

    [Test]
    public async Task List_NotEnumerated_SendsNothing()
    {
        _ = Client.Results.FindPartiesAsync("h", []);

        Server.Requests.Should().BeEmpty();
        await AssertRejected("options.PageSize is 0; the limit is 1 to 100.", () => Of(() => Client.Results.FindPartiesAsync("h", [], new() { PageSize = 0 })));
        await AssertRejected(
            "options.Kinds has 3 items; the limit is 0 to 2.", () => Of(() => Client.Results.FindPartiesAsync("h", [], new() { Kinds = ["a", "b", "c"] })));
        await AssertRejected("hostId", () => Of(() => Client.Results.FindPartiesAsync("", [])));
        await AssertRejected("tags", () => Of(() => Client.Results.FindPartiesAsync("h", null!)));

        // The call itself rejects, before anything is enumerated.
        static Task Of(Func<object> call)
        {
            call();
            return Task.CompletedTask;
        }
    }
}
