namespace Amity.Tests.Shapes;

/// <summary>The JSON of request bodies: each kind of field, objects in objects, and what stands at the root.</summary>
internal sealed class RequestBodyTests : ShapeTest
{
    [Test]
    public async Task Fields_OfEachKind_AreWritten()
    {
        Server.Reply(Reply.Echo);

        await Client.Bodies.SendEverythingAsync(FullObject.Everything());

        Server.Request.Text.Should().Be(FullObject.Json.ReplaceLineEndings(string.Empty));
        Server.Request.Headers.ContentType.Should().Equal("application/json");
        Server.Request.Method.Should().Be("POST");
    }

    [Test]
    public async Task Fields_OfEachKind_ComeBackInTheSameSchema()
    {
        Server.Reply(Reply.Echo);

        var read = await Client.Bodies.SendEverythingAsync(FullObject.Everything());

        read.Should().BeEquivalentTo(FullObject.Everything());
        read.AdditionalProperties.Should().BeEmpty();
    }

    [Test]
    public async Task Fields_NotSet_AreLeftOut()
    {
        Server.Reply(Reply.Echo);

        await Client.Bodies.SendEverythingAsync(new());

        Server.Request.Text.Should().Be("{}");
    }

    [Test]
    public async Task Fields_SetToNothing_AreSentEmpty()
    {
        Server.Reply(Reply.Echo);

        await Client.Bodies.SendEverythingAsync(new()
        {
            Text = string.Empty,
            Color = default(Color),
            Receipt = new(),
            Fields = new Dictionary<string, object?>(),
            Tags = [],
            Wholes = [],
            Receipts = [],
            WholeMap = new Dictionary<string, int>(),
        });

        Server.Request.Text.Should().Be("""{"text":"","color":null,"receipt":{},"fields":{},"tags":[],"wholes":[],"receipts":[],"wholeMap":{}}""");
    }

    [Test]
    public async Task Fields_ThatTheSpecDoesNotName_AreSentAtEveryLevel()
    {
        Server.Reply(Reply.Echo);
        var receipt = new Receipt { AdditionalProperties = { ["deep"] = 1 } };
        var sent = new Everything { Receipt = receipt, AdditionalProperties = { ["flat"] = new[] { "x" } } };

        var read = await Client.Bodies.SendEverythingAsync(sent);

        Server.Request.Text.Should().Be("""{"receipt":{"deep":1},"flat":["x"]}""");
        FreeJson.Of(read.Receipt!.AdditionalProperties).Should().Be("""{"deep":1}""");
        read.AdditionalProperties.Should().ContainKey("flat");
    }

    [Test]
    public async Task Objects_InObjects_AreWrittenAtEveryLevel()
    {
        Server.Reply(Reply.Json("""{"id":"m"}""", 201));

        var made = await Client.Bodies.CreateMessageAsync(new()
        {
            ChannelId = "c",
            Data = new() { Text = "hi", Preview = new() { Size = new() { Width = 4000, Height = 1 } } },
            Mentionees =
            [
                new() { Type = CreateMessageRequestMentioneesItemType.User, UserIds = ["ann", "ben"] },
                new() { Type = CreateMessageRequestMentioneesItemType.Channel },
            ],
        });

        Server.Request.Text.Should().Be(
            """{"channelId":"c","data":{"text":"hi","preview":{"size":{"width":4000,"height":1}}}"""
            + ""","mentionees":[{"type":"user","userIds":["ann","ben"]},{"type":"channel"}]}""");
        made.Id.Should().Be("m");
    }

    [Test]
    public async Task Objects_OfTheirOwnKindInside_GoBothWays()
    {
        Server.Reply(Reply.Echo);
        var sent = new Comment
        {
            Text = "a",
            Parent = new() { Text = "b", Parent = new() { Text = "c" } },
            Children = [new() { Text = "d", Children = [new() { Text = "e" }] }, new() { Text = "f" }],
            ByLanguage = new Dictionary<string, Comment> { ["de"] = new() { Text = "g" } },
        };

        var read = await Client.Bodies.PutCommentAsync(sent);

        Server.Request.Text.Should().Be(
            """{"text":"a","parent":{"text":"b","parent":{"text":"c"}},"children":[{"text":"d","children":[{"text":"e"}]},{"text":"f"}]"""
            + ""","byLanguage":{"de":{"text":"g"}}}""");
        read.Should().BeEquivalentTo(sent);
    }

    [Test]
    public async Task Objects_MadeOfOthers_HaveTheFieldsOfAll()
    {
        var startsAt = new DateTimeOffset(2026, 3, 6, 20, 0, 0, TimeSpan.Zero);
        Server.Reply(Reply.Json("""{"name":"n","startsAt":"2026-03-06T20:00:00.000Z","eventId":"e","host":{"name":"h","isHost":true}}"""));

        var made = await Client.Bodies.CreateEventAsync(new() { Name = "n", StartsAt = startsAt });

        Server.Request.Text.Should().Be("""{"name":"n","startsAt":"2026-03-06T20:00:00.000Z"}""");
        made.Should().BeEquivalentTo(new Event { Name = "n", StartsAt = startsAt, EventId = "e", Host = new() { Name = "h", IsHost = true } });
    }

    [Test]
    public async Task Objects_MadeOfOthers_NeedWhatEachNeeds()
    {
        await AssertRejected("request.StartsAt", () => Client.Bodies.CreateEventAsync(new() { Name = "n" }));
        await AssertRejected("request.Name", () => Client.Bodies.CreateEventAsync(new() { StartsAt = default(DateTimeOffset) }));
    }

    [Test]
    public async Task Patch_WithABody_SendsIt()
    {
        await Client.Bodies.PatchPostAsync("p", new() { Set = new Dictionary<string, object?> { ["a.b"] = 1 }, Delete = ["c"] });

        Server.Request.Method.Should().Be("PATCH");
        Server.Request.Target.Should().Be("/body/posts/p");
        Server.Request.Text.Should().Be("""{"set":{"a.b":1},"delete":["c"]}""");
    }

    [Test]
    public async Task Delete_WithABody_SendsIt()
    {
        await Client.Bodies.RemoveRoleAsync(new() { Role = "host", UserIds = ["ann"] });

        Server.Request.Method.Should().Be("DELETE");
        Server.Request.Headers.ContentType.Should().Equal("application/json");
        Server.Request.Text.Should().Be("""{"role":"host","userIds":["ann"]}""");
    }

    [Test]
    public async Task Delete_WithoutABody_SendsNone()
    {
        await Client.Bodies.UnflagUserAsync("ann");

        Server.Request.Method.Should().Be("DELETE");
        Server.Request.Body.Should().BeEmpty();
        Server.Request.Headers.ContentType.Should().BeEmpty();
    }

    [Test]
    public async Task Body_Optional_IsSentWhenGiven()
    {
        await Client.Bodies.FlagUserAsync("ann", new() { Reason = "spam" });

        Server.Request.Text.Should().Be("""{"reason":"spam"}""");
    }

    [Test]
    public async Task Body_OptionalBesideOptions_GoesWithoutThemAndTheyWithoutIt()
    {
        await Client.Bodies.FlagUserAsync("ann", options: new() { IsUrgent = true });
        await Client.Bodies.FlagUserAsync("ann", new() { Reason = "spam" }, new() { IsUrgent = false });

        Server.Requests.Select(request => (request.Target, request.Text)).Should().Equal(
            ("/body/flags/ann?isUrgent=true", ""), ("/body/flags/ann?isUrgent=false", """{"reason":"spam"}"""));
    }

    [Test]
    public async Task Body_OptionalAndNotGiven_IsNotSent()
    {
        await Client.Bodies.FlagUserAsync("ann");

        Server.Request.Body.Should().BeEmpty();
        Server.Request.Headers.ContentType.Should().BeEmpty();
        Server.Request.Headers.ContentLength.Should().Be(0);
    }

    [Test]
    public async Task Body_OptionalButGiven_IsChecked() =>
        await AssertRejected(
            "request.Reason has 11 characters; the limit is 1 to 10.", () => Client.Bodies.FlagUserAsync("ann", new() { Reason = new string('a', 11) }));

    [Test]
    public async Task Body_RequiredButMissing_IsNamed()
    {
        await AssertRejected("changes", () => Client.Bodies.PatchPostAsync("p", null!));
        await AssertRejected("request", () => Client.Bodies.PutTextsAsync(null!));
        await AssertRejected("request", () => Client.Bodies.PutCountsAsync(null!));
        await AssertRejected("request", () => Client.Bodies.PutFieldsAsync(null!));
        await AssertRejected("request", () => Client.Bodies.PutValueAsync(null!));
    }

    [Test]
    public async Task Root_ListOfTexts_IsSentAndChecked()
    {
        await AssertRejected("request[1] has 6 characters; the limit is 0 to 5.", () => Client.Bodies.PutTextsAsync(["a", "longer"]));
        await AssertRejected("request has 3 items; the limit is 0 to 2.", () => Client.Bodies.PutTextsAsync(["a", "b", "c"]));

        await Client.Bodies.PutTextsAsync(["a", "é\""]);

        Server.Request.Text.Should().Be("""["a","é\""]""");
    }

    [Test]
    public async Task Root_ListOfObjects_IsSentAndChecked()
    {
        await AssertRejected("request[1].Reason", () => Client.Bodies.PutReportsAsync([new(), new() { Reason = new string('a', 11) }]));

        await Client.Bodies.PutReportsAsync([new() { Reason = "a" }, new()]);

        Server.Request.Text.Should().Be("""[{"reason":"a"},{}]""");
    }

    [Test]
    public async Task Root_Map_IsSentAndChecked()
    {
        await AssertRejected(
            "request[a] is -1; the limit is at least 0.", () => Client.Bodies.PutCountsAsync(new Dictionary<string, int> { ["a"] = -1 }));

        await Client.Bodies.PutCountsAsync(new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 });

        Server.Request.Text.Should().Be("""{"a":1,"b":2}""");
    }

    [Test]
    public async Task Root_FreeObject_IsSent()
    {
        await Client.Bodies.PutFieldsAsync(new Dictionary<string, object?>
        {
            ["a"] = null,
            ["b"] = new[] { 1.5 },
            ["c"] = Color.Red,
            ["d"] = new Receipt { Id = "r" },
        });

        Server.Request.Text.Should().Be("""{"a":null,"b":[1.5],"c":"red","d":{"id":"r"}}""");
    }

    [TestCase("text", "\"text\"")]
    [TestCase(1.5, "1.5")]
    [TestCase(true, "true")]
    [TestCase(new[] { 1, 2 }, "[1,2]")]
    public async Task Root_AnyValue_IsSent(object value, string json)
    {
        await Client.Bodies.PutValueAsync(value);

        Server.Request.Text.Should().Be(json);
    }

    [Test]
    public async Task Body_ChangedWhileItIsSent_IsSentAsItWas()
    {
        var tags = new List<string> { "a" };
        Server.Reply(Reply.Echo);

        var call = Client.Bodies.SendEverythingAsync(new() { Tags = tags });
        tags.Add("b");
        await call;

        Server.Request.Text.Should().Be("""{"tags":["a"]}""");
    }
}
