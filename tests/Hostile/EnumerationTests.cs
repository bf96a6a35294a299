using System.Text;
using System.Web;

namespace Amity.Tests.Hostile;

/// <summary>An enumeration ends, hands over every page once, and is never whole without its end.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class EnumerationTests
{
    private static readonly Listing[] Listings = [Listing.Bans, Listing.Rooms];

    private static readonly (int Prefix, int Cycle)[] Cycles = [(0, 1), (0, 2), (0, 3), (1, 1), (5, 2), (30, 50)];

    // What stands in place of a page, though its status is 200.
    private static readonly string[] NoPages =
    [
        """{"success":false}""",
        "{}",
        """{"status":"error","code":500000,"message":"Internal error"}""",
        """{"message":"We are under maintenance"}""",
        """{"LIST":null}""",
    ];

    private static readonly string[] WrongLists =
    [
        """{"LIST":{},"paging":{"next":"3"}}""",
        """{"LIST":"none","paging":{"next":"3"}}""",
        """{"LIST":0}""",
    ];

    private static readonly string[] NoObjects = ["[]", "null", "\"maintenance\"", "<html>maintenance</html>"];

    [TestCase("5")]
    [TestCase("{}")]
    [TestCase("\"\u00ff\"")]
    public async Task Enumerate_TokenThatCannotBeRead_IsNotTheEndOfTheList(string next)
    {
        var json = $"{{\"rooms\":[{{\"roomId\":\"a\"}}],\"paging\":{{\"next\":{next}}}}}";
        await using var server = RawServer.Responding(_ => RawResponse.Whole("HTTP/1.1 200 OK", Encoding.Latin1.GetBytes(json)));
        using var client = Clients.Of(server);

        var failure = await Clients.FailureOf<AmityApiException>(async () => await client.Rooms.ListRoomsAsync().GetAsyncEnumerator().MoveNextAsync());

        failure.Category.Should().Be(AmityErrorCategory.FailedOperation);
    }

    [Test]
    public async Task Enumerate_TokenThatIsHalfACharacter_FailsAsTheServicesOwn()
    {
        await using var server = RawServer.Responding(_ => RawResponse.Json(200, """{"rooms":[{"roomId":"a"}],"paging":{"next":"\ud800"}}"""));
        using var client = Clients.Of(server);
        var seen = new List<string?>();

        await Clients.FailureOf<AmityPagingException>(async () =>
        {
            await foreach (var room in client.Rooms.ListRoomsAsync())
            {
                seen.Add(room.RoomId);
            }
        });

        seen.Should().Equal("a");
    }

    [Test]
    public async Task Enumerate_TokensInACycle_EndsWithAnError(
        [ValueSource(nameof(Listings))] Listing listing, [ValueSource(nameof(Cycles))] (int Prefix, int Cycle) tokens)
    {
        var length = tokens.Prefix + tokens.Cycle;
        // Page 0 is the first one, which has no token; the last page leads back into the list.
        await using var server = RawServer.Responding(request => TokenOf(request) switch
        {
            { } token when int.Parse(token) == length => Page(listing, length, $"{tokens.Prefix + 1}"),
            var token => Page(listing, int.Parse(token ?? "0"), $"{int.Parse(token ?? "0") + 1}"),
        });
        using var client = Clients.Of(server, options =>
        {
            options.RateLimiting = false;
            options.MaxPages = 1_000;
        });
        var items = 0;

        var failure = await Clients.FailureOf<AmityPagingException>(async () =>
        {
            await foreach (var page in listing.Pages(client.Rooms, null))
            {
                items += page.Ids.Count;
            }
        });

        failure.ContinuationToken.Should().NotBeNull();
        items.Should().BeGreaterThanOrEqualTo(length).And.BeLessThanOrEqualTo((5 * length) + 5);
        server.Requests.Should().BeLessThanOrEqualTo((5 * length) + 5);
    }

    [Test]
    public async Task Enumerate_LongTokenOfTheService_IsSentBackAsItIs(
        [ValueSource(nameof(Listings))] Listing listing, [Values(1_001, 60_000)] int length, [Values('x', '/')] char letter)
    {
        var token = new string(letter, length);
        await using var server = RawServer.Responding(request => TokenOf(request) is { } sent
            ? Page(listing, sent == token ? 1 : -1, null)
            : Page(listing, 0, token));
        using var client = Clients.Of(server);

        (await ReadAsync(listing.Pages(client.Rooms, null))).Should().Equal("0", "1");
        (await ReadAsync(listing.Pages(client.Rooms, token))).Should().Equal("1");
    }

    [Test]
    public async Task Enumerate_TokenBeyondAnyAddress_HandsOverThePagesSoFar([ValueSource(nameof(Listings))] Listing listing)
    {
        var token = new string('x', 4_000_000);
        await using var server = RawServer.Responding(request =>
            TokenOf(request) is null ? Page(listing, 0, token) : Page(listing, 1, null));
        using var client = Clients.Of(server);
        var items = new List<string>();
        AmityException? failure = null;

        try
        {
            await foreach (var page in listing.Pages(client.Rooms, null))
            {
                items.AddRange(page.Ids);
            }
        }
        catch (AmityException exception)
        {
            failure = exception;
        }

        // The longest address differs between versions of .NET.
        (failure switch
        {
            null => items.SequenceEqual(["0", "1"]),
            AmityPagingException paging => items.SequenceEqual(["0"]) && paging.Message.Length < 4096,
            _ => false,
        }).Should().BeTrue("of {0} after {1}", failure?.GetType(), items);
    }

    [Test]
    public async Task Enumerate_EmptyTokenOfTheCaller_IsNone([ValueSource(nameof(Listings))] Listing listing)
    {
        await using var server = RawServer.Responding(request =>
            TokenOf(request) is null ? Page(listing, 0, string.Empty) : RawResponse.Json(400, "{}"));
        using var client = Clients.Of(server);

        (await ReadAsync(listing.Pages(client.Rooms, string.Empty))).Should().Equal("0");

        server.RequestLines.Should().ContainSingle().Which.Should().NotContain("token");
    }

    [Test]
    public async Task Enumerate_TokenOfEveryPage_GoesOnAfterThatPage([ValueSource(nameof(Listings))] Listing listing)
    {
        await using var server = RawServer.Responding(request =>
            Page(listing, int.Parse(TokenOf(request) ?? "0"), TokenOf(request) switch { null => "1", "1" => "2", _ => null }));
        using var client = Clients.Of(server);
        var pages = new List<Listed>();
        await foreach (var page in listing.Pages(client.Rooms, null))
        {
            pages.Add(page);
        }

        (await ReadAsync(listing.Pages(client.Rooms, pages[0].Token))).Should().Equal("1", "2");
        (await ReadAsync(listing.Pages(client.Rooms, pages[1].Token))).Should().Equal("2");
        pages[2].Token.Should().BeNull();
    }

    [Test]
    public async Task Enumerate_SuccessThatIsNoPage_FailsWithThePlaceToResume(
        [ValueSource(nameof(Listings))] Listing listing, [ValueSource(nameof(NoPages))] string body)
    {
        var (failure, items, resumed) = await FailAtThirdPageAsync(listing, body);

        var rejection = failure.Should().BeAssignableTo<AmityApiException>().Which;
        rejection.Category.Should().Be(AmityErrorCategory.FailedOperation);
        rejection.StatusCode.Should().Be(200);
        items.Should().Equal("0", "1");
        resumed.Should().Equal("2", "3");
    }

    [Test]
    public async Task Enumerate_ListOfAnotherType_FailsWithThePlaceToResume(
        [ValueSource(nameof(Listings))] Listing listing, [ValueSource(nameof(WrongLists))] string body)
    {
        var (_, items, resumed) = await FailAtThirdPageAsync(listing, body);

        items.Should().Equal("0", "1");
        resumed.Should().Equal("2", "3");
    }

    [Test]
    public async Task Enumerate_SuccessThatIsNoObject_FailsWithThePlaceToResume(
        [ValueSource(nameof(Listings))] Listing listing, [ValueSource(nameof(NoObjects))] string body)
    {
        var (_, items, resumed) = await FailAtThirdPageAsync(listing, body);

        items.Should().Equal("0", "1");
        resumed.Should().Equal("2", "3");
    }

    [Test]
    public async Task List_SuccessThatIsNoPage_Fails(
        [ValueSource(nameof(Listings))] Listing listing, [ValueSource(nameof(NoPages))] string body)
    {
        await using var server = RawServer.Responding(_ => RawResponse.Json(200, listing.Name(body)));
        using var client = Clients.Of(server);

        var failure = await Clients.FailureOf<AmityApiException>(() => listing.Single(client.Rooms));

        failure.Category.Should().Be(AmityErrorCategory.FailedOperation);
        failure.ContinuationToken.Should().BeNull();
    }

    [Test]
    public async Task List_OfAnotherType_Fails(
        [ValueSource(nameof(Listings))] Listing listing, [ValueSource(nameof(WrongLists))] string body)
    {
        await using var server = RawServer.Responding(_ => RawResponse.Json(200, listing.Name(body)));
        using var client = Clients.Of(server);

        await Clients.FailureOf<AmityException>(() => listing.Single(client.Rooms));
    }

    [Test]
    public async Task Enumerate_NullListBesidePaging_IsAnEmptyPage([ValueSource(nameof(Listings))] Listing listing)
    {
        await using var server = RawServer.Responding(request => TokenOf(request) is null
            ? RawResponse.Json(200, listing.Name("""{"LIST":null,"paging":{"next":"1"}}"""))
            : Page(listing, 1, null));
        using var client = Clients.Of(server);

        (await ReadAsync(listing.Pages(client.Rooms, null))).Should().Equal("1");
        await listing.Single(client.Rooms);
    }

    // Pages 0 to 3, of which the third fails the first time.
    private static async Task<(AmityException Failure, List<string> Items, List<string> Resumed)> FailAtThirdPageAsync(
        Listing listing, string body)
    {
        var failed = false;
        await using var server = RawServer.Responding(request =>
        {
            var token = TokenOf(request);
            if (token == "2" && !failed)
            {
                failed = true;
                return RawResponse.Json(200, listing.Name(body));
            }

            return Page(listing, int.Parse(token ?? "0"), token switch { null => "1", "1" => "2", "2" => "3", _ => null });
        });
        using var client = Clients.Of(server);
        var items = new List<string>();
        var failure = await Clients.FailureOf<AmityException>(async () =>
        {
            await foreach (var page in listing.Pages(client.Rooms, null))
            {
                items.AddRange(page.Ids);
            }
        });
        failure.ContinuationToken.Should().Be("2");
        return (failure, items, await ReadAsync(listing.Pages(client.Rooms, failure.ContinuationToken)));
    }

    private static RawResponse Page(Listing listing, int number, string? next) => RawResponse.Json(200, listing.Page($"{number}", next));

    private static string? TokenOf(RawRequest request)
    {
        var query = HttpUtility.ParseQueryString(new Uri(new Uri("http://host"), request.Target).Query);
        return query["token"] ?? query["options[token]"];
    }

    private static async Task<List<string>> ReadAsync(IAsyncEnumerable<Listed> pages)
    {
        var ids = new List<string>();
        await foreach (var page in pages)
        {
            ids.AddRange(page.Ids);
        }

        return ids;
    }

    /// <summary>One page as a test sees it.</summary>
    internal sealed record Listed(IReadOnlyList<string> Ids, string? Token);

    /// <summary>One of the two lists that the service gives in pages.</summary>
    internal sealed record Listing(
        string List, string Id, Func<RoomsClient, string?, IAsyncEnumerable<Listed>> Pages, Func<RoomsClient, Task> Single)
    {
        internal static readonly Listing Bans = new(
            "roomBannedUsers", "userPublicId",
            (rooms, token) => BanPagesAsync(rooms, token),
            rooms => rooms.ListViewerBansAsync("r").GetPageAsync());

        internal static readonly Listing Rooms = new(
            "rooms", "roomId",
            (rooms, token) => RoomPagesAsync(rooms, token),
            rooms => rooms.ListRoomsAsync().GetPageAsync());

        public override string ToString() => List;

        internal string Name(string body) => body.Replace("LIST", List, StringComparison.Ordinal);

        internal string Page(string id, string? next)
        {
            var paging = next is null ? "{}" : $$"""{"next":{{System.Text.Json.JsonSerializer.Serialize(next)}}}""";
            return $$"""{"{{List}}":[{"{{Id}}":"{{id}}"}],"paging":{{paging}}}""";
        }

        private static async IAsyncEnumerable<Listed> BanPagesAsync(RoomsClient rooms, string? token)
        {
            await foreach (var page in rooms.ListViewerBansAsync("r").AsPages(token))
            {
                yield return new Listed([.. page.Items.Select(ban => ban.UserId!)], page.ContinuationToken);
            }
        }

        private static async IAsyncEnumerable<Listed> RoomPagesAsync(RoomsClient rooms, string? token)
        {
            await foreach (var page in rooms.ListRoomsAsync().AsPages(token))
            {
                yield return new Listed([.. page.Items.Select(room => room.RoomId!)], page.ContinuationToken);
            }
        }
    }
}
