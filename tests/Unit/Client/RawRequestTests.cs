using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newtonsoft.Json.Linq;

namespace Amity.Tests.Unit.Client;

/// <summary>Requests for what the library has no method for.</summary>
public sealed class RawRequestTests
{
    private static readonly HttpMethod[] Methods =
        [HttpMethod.Get, HttpMethod.Head, HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete];

    private static IEnumerable<TestCaseData> Bodies =>
    [
        Body(new RemoveParticipantRequest { ParticipantUserId = "ann" }, """{"participantUserId":"ann"}"""),
        Body(new Dictionary<string, object?> { ["a"] = 1, ["b"] = null }, """{"a":1,"b":null}"""),
        Body(new[] { "a", "b" }, """["a","b"]"""),
        Body("text", "\"text\""),
        Body(true, "true"),
        Body(1.5, "1.5"),
        Body(JsonDocument.Parse("""{"a":[1,{"b":null}]}""").RootElement, """{"a":[1,{"b":null}]}"""),
        Body(JsonNode.Parse("""{"a":[1,{"b":"é"}]}""")!, """{"a":[1,{"b":"é"}]}"""),
        Body(new Dictionary<string, object> { ["inner"] = new JsonArray(1, 2) }, """{"inner":[1,2]}"""),
        Body(JObject.Parse("""{"a":[1,2.50]}"""), """{"a":[1,2.5]}"""),
    ];

    private static IEnumerable<TestCaseData> Elsewhere =>
    [
        Path("", "does not begin with a slash"),
        Path("api/v3/rooms", "does not begin with a slash"),
        Path("https://evil.example/a", "does not begin with a slash"),
        Path("@evil.example/a", "does not begin with a slash"),
        Path("//evil.example/a", "begins with two slashes"),
        Path("/\\evil.example/a", "U+005C"),
        Path("/a#b", "U+0023"),
        Path("/a\r\nX-Evil: 1", "U+000D"),
        Path("/a\0b", "U+0000"),
        Path("/a?b=\t", "U+0009"),
        Path("/a/\ud800", "U+D800"),
        Path("/a/.. ", "U+0020"),
        Path("/a/..\u00a0", "U+00A0"),
        Path("/a/\u200e..", "U+200E"),
        Path("/../a", "segment"),
        Path("/a/..", "segment"),
        Path("/a/./b", "segment"),
        Path("/a/%2e%2E/b", "segment"),
        Path("/a/.%2e?b=c", "segment"),
        Path("/a/..%2Fb", "segment"),
        Path("/a/..%5cb", "segment"),
        Path("/a/..;x/b", "segment"),
    ];

    [TestCaseSource(nameof(Methods))]
    public async Task Request_OfEachMethod_GoesBelowTheBaseAddressWithTheCredential(HttpMethod method)
    {
        await using var server = RawServer.Responding("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var client = TestClient.At(new Uri(server.Address, "/base/"));

        var response = await client.SendAsync(method, "/api/v3/rooms/a%20b?limit=10&name=%C3%A9%2F..");

        response.StatusCode.Should().Be(200);
        server.RequestLines.Should().Equal($"{method} /base/api/v3/rooms/a%20b?limit=10&name=%C3%A9%2F.. HTTP/1.1");
        server.Heads.Should().ContainSingle().Which.Should().Contain($"Authorization: Bearer {TestClient.Token}");
    }

    [TestCaseSource(nameof(Bodies))]
    public async Task Body_OfEachKind_IsSentAsJson(object body, string json)
    {
        var handler = new ScriptedHandler().Response("{}");
        using var client = TestClient.Over(handler);

        await client.SendAsync(HttpMethod.Post, "/a", body);

        var request = handler.Requests.Should().ContainSingle().Which;
        request.Body.Should().Be(json);
        request.Headers["Content-Type"].Should().Be("application/json");
    }

    [Test]
    public async Task Response_OfJson_IsReadAsJsonTextAndStream()
    {
        await using var server = RawServer.Responding(
            "HTTP/1.1 201 Created\r\nContent-Type: application/json; charset=utf-8\r\nX-Id: 1\r\nx-id: 2\r\n"
            + "Content-Length: 10\r\nConnection: close\r\n\r\n{\"a\":\"é\"}");
        using var client = TestClient.At(server.Address);

        var response = await client.SendAsync(HttpMethod.Get, "/a");

        response.StatusCode.Should().Be(201);
        response.ContentType.Should().Be("application/json");
        response.Headers["X-ID"].Should().Equal("1", "2");
        response.Headers["content-length"].Should().Equal("10");
        response.ReadJson().GetProperty("a").GetString().Should().Be("é");
        response.ReadText().Should().Be("""{"a":"é"}""");
        TextOf(response).Should().Be("""{"a":"é"}""").And.Be(TextOf(response), "the stream can be opened again");
        response.ToString().Should().Be("AmityResponse (201, application/json)");
    }

    [Test]
    public async Task Response_OfAnotherCharset_IsReadAsText()
    {
        var head = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/csv; charset=iso-8859-1\r\nContent-Length: 3\r\nConnection: close\r\n\r\n");
        await using var server = RawServer.Responding([.. head, (byte)'a', 0xE9, (byte)'b']);
        using var client = TestClient.At(server.Address);

        var response = await client.SendAsync(HttpMethod.Get, "/a");

        (response.ContentType, response.ReadText()).Should().Be(("text/csv", "aéb"));
    }

    [Test]
    public async Task Response_ThatRedirects_IsGivenAndNotFollowed()
    {
        var handler = new ScriptedHandler().Response(ScriptedHandler.Redirect("https://files.example/a"));
        using var client = TestClient.Over(handler);

        var response = await client.SendAsync(HttpMethod.Get, "/a");

        (response.StatusCode, response.Headers["Location"].Single()).Should().Be((302, "https://files.example/a"));
        handler.Requests.Should().HaveCount(1);
    }

    [Test]
    public async Task Response_ThatRejects_IsTheServicesException()
    {
        var handler = new ScriptedHandler().Response(404, """{"status":"error","code":400400,"message":"No secret-token here."}""");
        using var client = TestClient.Over(handler);

        var call = () => client.SendAsync(HttpMethod.Delete, "/a/b?token=hush");

        var rejection = (await call.Should().ThrowAsync<AmityApiException>()).Which;
        (rejection.Operation, rejection.StatusCode, rejection.ErrorCode).Should().Be(("send", 404, AmityErrorCode.NotFound));
        rejection.ToString().Should().Contain("DELETE /a/b").And.NotContain("hush").And.NotContain(TestClient.Token);
    }

    [Test]
    public async Task Response_LargerThanTheOption_IsRejected()
    {
        await using var server = RawServer.Responding(RawServer.Ok(new string(' ', 1001)));
        using var client = TestClient.At(server.Address).With(options => options.MaxResponseBytes = 1000);

        var call = () => client.SendAsync(HttpMethod.Get, "/a");

        (await call.Should().ThrowAsync<AmityTransportException>()).Which.Failure.Should().Be(AmityTransportFailure.TooLarge);
    }

    [Test]
    public async Task Json_DeeperThanTheOption_IsNotRead()
    {
        var handler = new ScriptedHandler().Response("[[[1]]]").Response("[[[1]]]");
        using var client = TestClient.Over(handler);
        using var shallow = client.With(options => options.MaxJsonDepth = 2);

        (await client.SendAsync(HttpMethod.Get, "/a")).ReadJson().GetArrayLength().Should().Be(1);
        (await shallow.SendAsync(HttpMethod.Get, "/a")).Invoking(response => response.ReadJson()).Should().Throw<JsonException>();
    }

    [TestCaseSource(nameof(Methods))]
    public async Task Request_WhoseResponseIsLost_IsSentAgainWhereThatIsHarmless(HttpMethod method)
    {
        var handler = new ReactingHandler(_ => throw new HttpRequestException("reset", new IOException()));
        using var client = FaultyClient.Over(handler, new SkippingTime());

        var failure = (await client.Invoking(c => c.SendAsync(method, "/a")).Should().ThrowAsync<AmityTransportException>()).Which;

        var isSafe = method != HttpMethod.Post && method != HttpMethod.Patch;
        handler.Requests.Should().HaveCount(isSafe ? 4 : 1);
        failure.MayHaveSucceeded.Should().Be(method != HttpMethod.Get && method != HttpMethod.Head);
    }

    [Test]
    public async Task Request_ThatWasSurelyNotDone_IsSentAgain()
    {
        var handler = new ScriptedHandler().Response(429, "{}").Response("{}");
        using var client = FaultyClient.Over(handler, new SkippingTime());

        await client.SendAsync(HttpMethod.Post, "/a");

        handler.Requests.Should().HaveCount(2);
    }

    [Test]
    public async Task Token_ThatEnded_IsRenewed()
    {
        var tokens = 0;
        var credential = AmityCredential.FromProvider(_ => Task.FromResult(new AmityToken($"token-{++tokens}")));
        var handler = new ScriptedHandler().Response(401, "{}").Response("{}");
        using var client = FaultyClient.Over(handler, new SkippingTime(), credential: credential);

        await client.SendAsync(HttpMethod.Post, "/a", "text");

        handler.Requests.Select(request => request.Headers["Authorization"]).Should().Equal("Bearer token-1", "Bearer token-2");
    }

    [TestCaseSource(nameof(Elsewhere))]
    public async Task Path_ThatMayLeaveTheBaseAddress_IsRejected(string path, string message)
    {
        var handler = new ScriptedHandler();
        using var client = TestClient.Over(handler);

        var call = () => client.SendAsync(HttpMethod.Get, path);

        (await call.Should().ThrowAsync<ArgumentException>()).WithMessage($"path *{message}*").Which.ParamName.Should().Be("path");
        handler.Requests.Should().BeEmpty();
    }

    [Test]
    public async Task Argument_ThatCannotBeSent_IsRejectedByName()
    {
        var handler = new ScriptedHandler();
        using var client = TestClient.Over(handler);

        await RejectedAsync("method", HttpMethod.Trace, "/a");
        await RejectedAsync("method", new HttpMethod("CONNECT"), "/a");
        await RejectedAsync("method", null!, "/a");
        await RejectedAsync("path", HttpMethod.Get, null!);
        await RejectedAsync("body", HttpMethod.Get, "/a", "text");
        await RejectedAsync("body", HttpMethod.Head, "/a", "text");
        await RejectedAsync("body", HttpMethod.Post, "/a", new { a = 1 });
        await RejectedAsync("body", HttpMethod.Post, "/a", default(JsonElement));
        await RejectedAsync("body.participantUserId", HttpMethod.Post, "/a", new RemoveParticipantRequest { ParticipantUserId = "" });
        handler.Requests.Should().BeEmpty();

        async Task RejectedAsync(string argument, HttpMethod method, string path, object? body = null)
        {
            var call = () => client.SendAsync(method, path, body);
            (await call.Should().ThrowAsync<ArgumentException>()).Which.ParamName.Should().BeEquivalentTo(argument);
        }
    }

    [Test]
    public void Response_MadeByATest_ReadsAsItWasMade()
    {
        var response = new AmityResponse(
            200, "\uFEFF{\"a\":1}"u8.ToArray(), "application/json", [new("X-Id", ["1"]), new("x-id", ["2"])]);

        response.ReadJson().GetProperty("a").GetInt32().Should().Be(1);
        response.ReadText().Should().Be("{\"a\":1}");
        response.Headers["X-ID"].Should().Equal("1", "2");
        var empty = new AmityResponse((int)HttpStatusCode.NoContent);
        (empty.ReadText(), empty.ContentType, empty.Headers.Count, empty.ToString()).Should().Be(("", null, 0, "AmityResponse (204)"));
        empty.Invoking(r => r.ReadJson()).Should().Throw<JsonException>();
    }

    private static string TextOf(AmityResponse response)
    {
        using var reader = new StreamReader(response.OpenStream(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static TestCaseData Body(object body, string json) => new TestCaseData(body, json).SetArgDisplayNames(json);

    private static TestCaseData Path(string path, string message) =>
        new TestCaseData(path, message).SetArgDisplayNames(Uri.EscapeDataString(path.Replace("\ud800", "?")));
}
