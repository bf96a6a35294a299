using System.Net;
using System.Text;

namespace Amity.Tests.Unit.Errors;

/// <summary>Every response other than a good 2xx is an AmityApiException that tells what is known.</summary>
public sealed class ApiErrorTests
{
    private const string Html = "<html><body>502 Bad Gateway</body></html>";

    private static IEnumerable<TestCaseData> Responses =>
    [
        new(400, "application/json", RepoFiles.ReadSample("error"), 400000, "Bad request.", new[] { "userIds holds more than 100 items" }),
        new(422, "application/json", RepoFiles.ReadSample("errorWithObjectDetail"), 500000, "Validation failed.", new[] { "field: participantUserId", "expected: string" }),
        new(401, "application/json", """{"status":"error","code":400100,"message":"Not authorised."}""", 400100, "Not authorised.", Array.Empty<string>()),
        new(403, "text/plain", """{"code":400306,"message":"Cannot ban.","data":{}}""", 400306, "Cannot ban.", Array.Empty<string>()),
        new(429, "application/json", """{"code":400311,"message":"Slow down.","data":null}""", 400311, "Slow down.", Array.Empty<string>()),
        new(400, "application/json", """{"code":400000,"data":{"detail":"just text"}}""", 400000, null, new[] { "just text" }),
        new(400, "application/json", """{"code":400000,"data":{"detail":[1,{"a":[true]},null]}}""", 400000, null, new[] { "1", """{"a":[true]}""", "null" }),
        new(502, "text/html", Html, null, null, Array.Empty<string>()),
        new(503, null, "", null, null, Array.Empty<string>()),
        new(500, "application/json", "[]", null, null, Array.Empty<string>()),
        new(500, "application/json", "\"text\"", null, null, Array.Empty<string>()),
        new(500, "application/json", "null", null, null, Array.Empty<string>()),
        new(500, "application/json", """{"code":{"a":1},"message":[]}""", null, null, Array.Empty<string>()),
        new(404, "application/json", """{"code":"not a number","message":"No."}""", null, "No.", Array.Empty<string>()),
        new(404, "application/json", """{"code":400400,"message":"cut""", null, null, Array.Empty<string>()),
        new(302, "text/html", "moved", null, null, Array.Empty<string>()),
        new(304, null, "", null, null, Array.Empty<string>()),
    ];

    [TestCaseSource(nameof(Responses))]
    public async Task Operation_Rejected_TellsStatusCodeMessageDetailsAndBody(int status, string? mediaType, string body, int? code, string? message, string[] details)
    {
        var act = () => TestClient.Rooms(new ScriptedHandler().Response(Response(status, mediaType, body))).DeleteRoomAsync("r1");

        var exception = (await act.Should().ThrowAsync<AmityApiException>()).Which;
        exception.Operation.Should().Be("deleteRoom");
        exception.StatusCode.Should().Be(status);
        (exception.ErrorCode?.Value).Should().Be(code);
        exception.ServiceMessage.Should().Be(message);
        exception.Details.Should().Equal(details);
        exception.ResponseBody.Should().Be(body);
        exception.Message.Should().StartWith("deleteRoom failed: ").And.Contain($"HTTP {status}").And.Contain("DELETE /api/v1/rooms/r1");
        exception.Message.Should().NotContain(TestClient.Token);
    }

    [Test]
    public async Task Operation_RejectedWithALongBody_KeepsItsBeginning()
    {
        var body = new string('x', 8192) + "y";

        var act = () => TestClient.Rooms(new ScriptedHandler().Response(Response(502, "text/html", body))).GetRoomAsync("r");

        (await act.Should().ThrowAsync<AmityApiException>()).Which.ResponseBody.Should().Be(body[..8192]);
    }

    [TestCaseSource(typeof(OperationCase), nameof(OperationCase.All))]
    public async Task Message_OfARejection_SaysOperationStatusCodeAndPathButNotTheBody(OperationCase operation)
    {
        const string Body = """{"status":"error","code":400400,"message":"Not found.","data":{"detail":["BODY-DETAIL"]},"extra":"BODY-EXTRA"}""";
        var client = TestClient.Over(new ScriptedHandler().Response(404, Body));

        var failure = (await operation.Invoking(o => o.Call(client)).Should().ThrowAsync<AmityApiException>()).Which;

        var path = operation.Target.Split('?')[0];
        failure.Message.Should().Be(
            $"{operation.OperationId} failed: Not found (HTTP 404, code 400400). {operation.Method} {path}"
            + (failure.ContinuationToken is null ? null : " Resume with AsPages and this exception's ContinuationToken."));
        failure.Details.Should().Equal("BODY-DETAIL");
        failure.ResponseBody.Should().Be(Body);
    }

    [TestCaseSource(typeof(OperationCase), nameof(OperationCase.All))]
    public async Task Message_OfAProxysPage_SaysTheReasonAndNotThePage(OperationCase operation)
    {
        var client = TestClient.Over(new ScriptedHandler().Response(502, "<html>BODY</html>"));

        var failure = (await operation.Invoking(o => o.Call(client)).Should().ThrowAsync<AmityApiException>()).Which;

        failure.Message.Should().Contain($"{operation.OperationId} failed: Bad Gateway (HTTP 502)").And.NotContain("BODY");
    }

    [Test]
    public async Task RateLimit_WithRetryAfter_SaysHowLong()
    {
        var response = ScriptedHandler.Json(429, "{}");
        response.Headers.RetryAfter = new(TimeSpan.FromSeconds(90));
        var handler = new ScriptedHandler().Response(response).Response(429, "{}");

        var first = (await TestClient.Rooms(handler).Invoking(rooms => rooms.ListRoomsAsync().GetPageAsync()).Should().ThrowAsync<AmityRateLimitException>()).Which;
        var second = (await TestClient.Rooms(handler).Invoking(rooms => rooms.ListRoomsAsync().GetPageAsync()).Should().ThrowAsync<AmityRateLimitException>()).Which;

        first.RetryAfter.Should().Be(TimeSpan.FromSeconds(90));
        second.RetryAfter.Should().BeNull();
    }

    [Test]
    public async Task JsonOperation_Redirected_IsNotFollowed()
    {
        var handler = new ScriptedHandler().Response(ScriptedHandler.Redirect("https://elsewhere.example.com/"));

        var act = () => TestClient.Rooms(handler).GetRoomAsync("r");

        (await act.Should().ThrowAsync<AmityApiException>()).Which.StatusCode.Should().Be(302);
        handler.Requests.Should().ContainSingle();
    }

    [Test]
    public async Task Operation_ResponsesThatItFailed_IsAFailedOperation(
        [Values("deleteRoom", "banViewers", "unbanViewers", "reportWatchTime")] string operationId,
        [Values("false", "null", "\"true\"", "1", "{}", "{\"a\":true}", "[true]", null)] string? flag)
    {
        var name = operationId == "reportWatchTime" ? "ok" : "success";
        var handler = new ScriptedHandler().Response(flag is null ? "{}" : $$"""{"{{name}}":{{flag}}}""");

        var act = () => OperationCall.InvokeAsync(TestClient.Over(handler), operationId, OperationCall.Examples(operationId));

        var exception = (await act.Should().ThrowAsync<AmityApiException>()).Which;
        exception.Operation.Should().Be(operationId);
        exception.StatusCode.Should().Be(200);
        exception.Category.Should().Be(AmityErrorCategory.FailedOperation);
    }

    private static HttpResponseMessage Response(int status, string? mediaType, string body)
    {
        var content = mediaType is null ? new StringContent(body) : new StringContent(body, Encoding.UTF8, mediaType);
        return new HttpResponseMessage((HttpStatusCode)status) { Content = content };
    }
}
