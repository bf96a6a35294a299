using System.Text;
using System.Text.Json;

namespace Amity.Tests.Shapes;

/// <summary>What is read from a success: objects, and what stands at the root without one; with a body or none.</summary>
internal sealed class ResponseTests : ShapeTest
{
    private static readonly string[] NotAnObject = ["[]", "\"text\"", "1", "null", "", "{", "{} {}"];

    private static readonly string[] NotAList = ["{}", "\"text\"", "1", "null", "", "[", "[] []"];

    private static readonly string[] NotAText = ["{}", "[]", "1", "null", "", "text", "\"text\" x"];

    [Test]
    public async Task Object_WithAnySuccess_IsRead([Values(200, 201, 202, 203)] int status)
    {
        string[] bodies = ["""{"id":"r","count":2,"new":true}""", """{"id":"c"}""", """{"id":"a"}"""];
        Server.Reply([.. bodies.Select(body => Reply.Json(body, status))]);

        var receipt = await Client.Responses.GetObjectAsync();

        receipt.Should().BeEquivalentTo(new Receipt { Id = "r", Count = 2, AdditionalProperties = { ["new"] = FullObject.Free("true") } });
        (await Client.Responses.CreateObjectAsync()).Id.Should().Be("c");
        (await Client.Responses.AcceptObjectAsync()).Id.Should().Be("a");
    }

    [Test]
    public async Task Object_BehindAReferenceToTheResponse_IsRead()
    {
        Server.Reply(Reply.Json("""{"lastCachePurge":"2026-03-06T20:15:30Z","by":{"name":"ann"}}"""));

        var read = await Client.Responses.GetInlineObjectAsync();

        read.LastCachePurge.Should().Be(new DateTimeOffset(2026, 3, 6, 20, 15, 30, TimeSpan.Zero));
        read.By!.Name.Should().Be("ann");
    }

    [Test]
    public async Task Object_AnythingElse_IsMalformed([ValueSource(nameof(NotAnObject))] string json) =>
        await AssertMalformed(json, () => Client.Responses.GetObjectAsync());

    [Test]
    public async Task Empty_WithAnySuccess_IsDone([Values(200, 201, 202, 204)] int status)
    {
        Server.Reply(Reply.Empty(status));

        await Client.Responses.DoEmptyAsync();

        Server.Request.Method.Should().Be("POST");
    }

    [Test]
    public async Task Empty_WithABodyAllTheSame_IsDone()
    {
        Server.Reply(Reply.Json("""{"any":"thing"}"""), Reply.Text("OK"));

        await Client.Responses.DoEmptyAsync();
        await Client.Responses.DoEmptyAsync();

        Server.Requests.Should().HaveCount(2);
    }

    [Test]
    public async Task Empty_ButAWebPage_IsMalformed()
    {
        Server.Reply(Reply.Text("<html>", "text/html"));

        (await FailureOf(() => Client.Responses.DoEmptyAsync())).Failure.Should().Be(AmityTransportFailure.Malformed);
    }

    [Test]
    public async Task Empty_ButRejected_IsAnError([Values(302, 400, 404, 500)] int status)
    {
        Server.Reply(Reply.Error(status, 400316));

        var call = () => Client.Responses.DoEmptyAsync();

        var failure = (await call.Should().ThrowAsync<AmityApiException>()).Which;
        failure.StatusCode.Should().Be(status);
        failure.ErrorCode!.Value.Value.Should().Be(400316);
    }

    [TestCase("https://elsewhere.example/a?b=c", "https://elsewhere.example/a?b=c")]
    [TestCase("/moved", "/moved")]
    [TestCase("moved?x=1", "/response/moved?x=1")]
    public async Task Redirect_ToAnyPlace_IsReadAndNotFollowed(string location, string target)
    {
        Server.Reply(Reply.Redirect(location));

        var read = await Client.Responses.LocateAsync();

        read.Should().Be(new Uri(Server.Address, target));
        Server.Requests.Should().ContainSingle();
    }

    [TestCase(302, "ftp://elsewhere.example/a")]
    [TestCase(302, "")]
    [TestCase(200, "https://elsewhere.example/a")]
    public async Task Redirect_WithoutALocation_IsAnError(int status, string location)
    {
        Server.Reply(Reply.Redirect(location, status));

        var call = () => Client.Responses.LocateAsync();

        (await call.Should().ThrowAsync<AmityApiException>()).Which.StatusCode.Should().Be(status);
    }

    [Test]
    public async Task ListOfObjects_AtTheRoot_IsRead()
    {
        Server.Reply(Reply.Json("""[{"id":"a"},{"count":1,"x":0}]"""), Reply.Json("[]"));

        Receipt[] expected = [new() { Id = "a" }, new() { Count = 1, AdditionalProperties = { ["x"] = FullObject.Free("0") } }];
        (await Client.Responses.ListObjectsAsync()).Should().BeEquivalentTo(expected, options => options.WithStrictOrdering());
        (await Client.Responses.ListObjectsAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task ListOfObjectsInPlace_AtTheRoot_IsRead()
    {
        Server.Reply(Reply.Json("""[{"name":"a"},{}]"""));

        (await Client.Responses.ListInlineObjectsAsync()).Select(item => item.Name).Should().Equal("a", null);
    }

    [Test]
    public async Task ListOfTexts_AtTheRoot_IsRead()
    {
        Server.Reply(Reply.Json("""["a","é😀",5]"""));

        (await Client.Responses.ListTextsAsync()).Should().Equal("a", "é😀", "5");
    }

    [Test]
    public async Task ListOfIntegers_AtTheRoot_IsReadWithoutWhatDoesNotFit()
    {
        Server.Reply(Reply.Json("""[1,-2,"3",4.0,4.5,null,"x",{},[5],3000000000]"""));

        (await Client.Responses.ListIntegersAsync()).Should().Equal(1, -2, 3, 4);
    }

    [Test]
    public async Task ListOfEnums_AtTheRoot_IsReadWithWhatIsNew()
    {
        Server.Reply(Reply.Json("""["red","dark-blue","green"]"""));

        (await Client.Responses.ListEnumsAsync()).Should().Equal(Color.Red, Color.DarkBlue, new Color("green"));
    }

    [Test]
    public async Task ListOfFreeObjects_AtTheRoot_IsRead()
    {
        Server.Reply(Reply.Json("""[{"a":[1]},"x",null]"""));

        FreeJson.Of(await Client.Responses.ListDocumentsAsync()).Should().Be("""[{"a":[1]},"x",null]""");
    }

    [Test]
    public async Task List_AnythingElse_IsMalformed([ValueSource(nameof(NotAList))] string json)
    {
        await AssertMalformed(json, () => Client.Responses.ListObjectsAsync());
        await AssertMalformed(json, () => Client.Responses.ListTextsAsync());
        await AssertMalformed(json, () => Client.Responses.ListIntegersAsync());
        await AssertMalformed(json, () => Client.Responses.ListEnumsAsync());
        await AssertMalformed(json, () => Client.Responses.ListDocumentsAsync());
    }

    [Test]
    public async Task Map_AtTheRoot_IsReadWithoutWhatDoesNotFit()
    {
        Server.Reply(Reply.Json("""{"a":1,"b":"2","c":null,"d":"x","":0}"""), Reply.Json("{}"));

        (await Client.Responses.GetMapAsync()).Should().Equal(new Dictionary<string, int> { ["a"] = 1, ["b"] = 2, [""] = 0 });
        (await Client.Responses.GetMapAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task MapOfObjects_AtTheRoot_IsRead()
    {
        Server.Reply(Reply.Json("""{"a":{"id":"x"},"b":null,"c":{}}"""));

        (await Client.Responses.GetObjectMapAsync()).Should().BeEquivalentTo(
            new Dictionary<string, Receipt> { ["a"] = new() { Id = "x" }, ["c"] = new() });
    }

    [Test]
    public async Task FreeObject_AtTheRoot_IsRead()
    {
        Server.Reply(Reply.Json("""{"a":{"b":[1,0.5,"x",true,null]},"c":123456789012345678901234567890}"""));

        var read = await Client.Responses.GetFieldsAsync();

        FreeJson.Of(read).Should().Be("""{"a":{"b":[1,0.5,"x",true,null]},"c":123456789012345678901234567890}""");
        read.Values.Should().AllBeOfType<JsonElement>();
    }

    [Test]
    public async Task Map_AnythingElse_IsMalformed([Values("[]", "\"text\"", "1", "null", "", "{", "{} {}")] string json)
    {
        await AssertMalformed(json, () => Client.Responses.GetMapAsync());
        await AssertMalformed(json, () => Client.Responses.GetObjectMapAsync());
        await AssertMalformed(json, () => Client.Responses.GetFieldsAsync());
    }

    [TestCase("\"x\"")]
    [TestCase("1")]
    [TestCase("0.50")]
    [TestCase("false")]
    public async Task AnyValue_AtTheRoot_IsRead(string json)
    {
        Server.Reply(Reply.Json(json));

        (await Client.Responses.GetValueAsync()).Should().BeOfType<JsonElement>().Which.GetRawText().Should().Be(json);
    }

    [TestCase("\"to\\u006Ben\\n\"", "token\n")]
    [TestCase("\"\"", "")]
    public async Task JsonText_AtTheRoot_IsRead(string json, string text)
    {
        Server.Reply(Reply.Json(json), Reply.Body("application/json; charset=utf-8", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(json)]));

        (await Client.Responses.GetJsonTextAsync()).Should().Be(text);
        (await Client.Responses.GetJsonTextAsync()).Should().Be(text);
    }

    [Test]
    public async Task JsonText_AnythingElse_IsMalformed([ValueSource(nameof(NotAText))] string json) =>
        await AssertMalformed(json, () => Client.Responses.GetJsonTextAsync());

    [Test]
    public async Task PlainText_InItsCharset_IsReadAsItIs()
    {
        Server.Reply(
            Reply.Text(" \"token\" é\n"),
            Reply.Body("text/plain", Encoding.UTF8.GetBytes("é")),
            Reply.Body("text/plain; charset=iso-8859-1", Encoding.Latin1.GetBytes("é")),
            Reply.Body("text/plain", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("é")]));

        (await Client.Responses.GetPlainTextAsync()).Should().Be(" \"token\" é\n");
        (await Client.Responses.GetPlainTextAsync()).Should().Be("é");
        (await Client.Responses.GetPlainTextAsync()).Should().Be("é");
        (await Client.Responses.GetPlainTextAsync()).Should().Be("é");
    }

    [Test]
    public async Task PlainText_SentAsJson_IsReadAsJson()
    {
        Server.Reply(Reply.Json("\"token\""));

        (await Client.Responses.GetPlainTextAsync()).Should().Be("token");
    }

    [Test]
    public async Task MediaType_InCapitals_IsTheSame()
    {
        Server.Reply(Reply.Text("\"token\"", "Application/JSON"), Reply.Text("<html>", "Text/HTML; charset=utf-8"));

        (await Client.Responses.GetJsonTextAsync()).Should().Be("token");
        (await FailureOf(() => Client.Responses.DoEmptyAsync())).Failure.Should().Be(AmityTransportFailure.Malformed);
    }

    [Test]
    public async Task PlainText_EmptyOrUnreadable_IsMalformed()
    {
        Reply[] replies = [Reply.Empty(200), Reply.Text(string.Empty), Reply.Body("text/plain", [0xC3, 0x28]), Reply.Text("<html>", "text/html")];
        foreach (var reply in replies)
        {
            Server.Reply(reply);
            (await FailureOf(() => Client.Responses.GetPlainTextAsync())).Failure.Should().Be(AmityTransportFailure.Malformed);
        }
    }

    [Test]
    public async Task PlainText_RejectedAsPlainText_IsAnErrorOfThatStatus()
    {
        Server.Reply(Reply.Text("Unauthorized", status: 401));

        var call = () => Client.Responses.GetPlainTextAsync();

        (await call.Should().ThrowAsync<AmityApiException>()).Which.Category.Should().Be(AmityErrorCategory.Unauthorized);
    }

    [Test]
    public async Task Page_WithItsList_IsRead()
    {
        string[] bodies = ["""{"receipts":[{"id":"a"}],"paging":{"next":"n"}}""", """{"receipts":[]}""", """{"paging":{}}"""];
        Server.Reply([.. bodies.Select(body => Reply.Json(body))]);

        var page = await Client.Responses.ListPageAsync().GetPageAsync();

        page.Items.Should().ContainSingle().Which.Id.Should().Be("a");
        page.ContinuationToken.Should().Be("n");
        (await Client.Responses.ListPageAsync().GetPageAsync()).Items.Should().BeEmpty();
        (await Client.Responses.ListPageAsync().GetPageAsync()).Items.Should().BeEmpty();
    }

    [TestCase("{}")]
    [TestCase("""{"receipts":null}""")]
    [TestCase("""{"receipts":"none","paging":{}}""")]
    [TestCase("""{"receipts":[],"paging":{"next":5}}""")]
    public async Task Page_WithoutItsListOrItsWayOn_IsAnError(string json)
    {
        Server.Reply(Reply.Json(json));

        var call = () => Client.Responses.ListPageAsync().GetPageAsync();

        (await call.Should().ThrowAsync<AmityApiException>()).Which.Message.Should().Contain("the response is not a page of receipts");
    }

    private async Task AssertMalformed(string json, Func<Task> call)
    {
        Server.Reply(Reply.Json(json));
        (await FailureOf(call)).Failure.Should().Be(AmityTransportFailure.Malformed);
    }

    private static async Task<AmityTransportException> FailureOf(Func<Task> call) =>
        (await call.Should().ThrowAsync<AmityTransportException>()).Which;
}
