using System.Text;

namespace Amity.Tests.Hostile;

/// <summary>Whatever a server gives back of the credential, none of it shows; and no text of a server forges a line of a log.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class EchoedSecretTests
{
    // With signs that every format writes in its own way, at the start too.
    private const string Token = "-Secret/Token+of_the~network&<'payload'>.QUJD==";

    private const string Controls = "\u001b[31m\r\n\0\u0007\u007f\u0085\u009b\u2028\u2029";

    private static readonly Echo[] Echoes =
    [
        new("reason phrase", text => $"HTTP/1.1 403 No {text}\r\nContent-Length: 0\r\n\r\n"),
        new("malformed status line", text => $"HTTP/9.1 Authorization {text}\r\n\r\n"),
        new("status line", text => $"{text}\r\n\r\n"),
        new("status code", text => $"HTTP/1.1 {text} OK\r\n\r\n"),
        new("header name", text => $"HTTP/1.1 200 OK\r\n{text}: value\r\n\r\n"),
        new("header name with a space", text => $"HTTP/1.1 200 OK\r\nBearer {text}: value\r\n\r\n"),
        new("header line without a colon", text => $"HTTP/1.1 200 OK\r\n{text}\r\n\r\n"),
        new("header value", text => $"HTTP/1.1 403 Forbidden\r\nX-Echo: {text}\r\nContent-Length: 0\r\n\r\n"),
        new("content length", text => $"HTTP/1.1 200 OK\r\nContent-Length: {text}\r\n\r\n"),
        new("content encoding", text => $"HTTP/1.1 200 OK\r\nContent-Encoding: {text}\r\nContent-Length: 1\r\n\r\n{{"),
        new("charset", text => $"HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=\"{text}\"\r\nContent-Length: 1\r\n\r\n{{"),
        new("retry after", text => $"HTTP/1.1 403 Forbidden\r\nRetry-After: {text}\r\nContent-Length: 0\r\n\r\n"),
        new("chunk size", text => $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{text}\r\n"),
        new("chunk extension", text => $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;{text}\r\n{{\r\n0\r\n\r\n"),
        new("chunk terminator", text => $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{{{text}\r\n0\r\n\r\n"),
        new("trailer", text => $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{{\r\n0\r\n{text}\r\n\r\n"),
        new("message", text => Json(403, $$"""{"code":400300,"message":"Token {{InJson(text)}} is wrong"}""")),
        new("detail list", text => Json(400, $$$"""{"code":400000,"data":{"detail":["Bearer {{{InJson(text)}}}"]}}""")),
        new("detail object", text => Json(400, $$$"""{"data":{"detail":{"{{{InJson(text)}}}":["{{{InJson(text)}}}"] } } }""")),
        new("HTML", text => $"HTTP/1.1 502 Bad Gateway\r\nContent-Length: {text.Length + 6}\r\n\r\n<html>{text}"),
        new("success that fails", text => Json(200, $$"""{"success":false,"ok":false,"message":"{{InJson(text)}}"}""")),
        new("cut JSON", text => Json(200, $$"""{"rooms":[{"title":"{{InJson(text)}}""")),
        new("no JSON", text => Json(200, text)),
        new("location", text => $"HTTP/1.1 302 Found\r\nLocation: javascript:{text}\r\nContent-Length: 0\r\n\r\n"),
        new("location that is none", text => $"HTTP/1.1 302 Found\r\nLocation: http://[{text}\r\nContent-Length: 0\r\n\r\n"),
    ];

    [TestCaseSource(nameof(Echoes))]
    public async Task Server_GivesTheTokenBack_ItIsNotShown(Echo echo)
    {
        using var recorder = new TelemetryRecorder();
        var shown = new List<string>();
        foreach (var encoding in SecretEncodings.All)
        {
            var text = encoding.Write(Token);
            await using var server = RawServer.Responding(echo.Write(text));
            foreach (var operation in OperationKind.All)
            {
                using var client = Clients.Of(server, options => options.LoggerFactory = recorder, AmityCredential.Bearer(Token));
                shown.AddRange(await FailAsync(() => operation.Call(client.Rooms, default)));
            }

            server.Heads.Should().OnlyContain(head => head.Contains(Token), "the token was sent where it belongs");
        }

        shown.Should().NotBeEmpty();
        recorder.Lines.Should().NotBeEmpty();
        recorder.Activities.Should().NotBeEmpty();
        var texts = string.Join('\n', shown.Concat(recorder.Lines).Concat(recorder.Exceptions).Concat(recorder.Activities));
        var leaks = SecretEncodings.All.Where(encoding => texts.Contains(encoding.Write(Token), StringComparison.OrdinalIgnoreCase));
        leaks.Select(encoding => encoding.Name).Should().BeEmpty();
    }

    [Test]
    public async Task Server_GivesTheTokenBackAsAContinuationToken_IsInNoMessage([Values] bool cycle)
    {
        using var recorder = new TelemetryRecorder();
        await using var server = RawServer.Responding(request => cycle || request.Number == 1
            ? RawResponse.Json(200, $$$"""{"roomBannedUsers":[],"paging":{"next":"{{{InJson(Token)}}}"}}""")
            : RawResponse.Json(500, "{}"));
        using var client = Clients.Of(server, options => options.LoggerFactory = recorder, AmityCredential.Bearer(Token));

        var failure = await Clients.FailureOf<AmityException>(async () =>
        {
            await foreach (var ban in client.Rooms.ListViewerBansAsync("r"))
            {
                ban.Should().BeNull("the list is empty");
            }
        });

        failure.ContinuationToken.Should().Be(Token, "the caller resumes with it");
        failure.ToString().Should().NotContain(Token).And.NotContain(Uri.EscapeDataString(Token));
        failure.Message.Should().NotContain(Token);
        string.Join('\n', recorder.Lines).Should().NotContain(Token);
        string.Join('\n', recorder.Activities).Should().NotContain(Token).And.NotContain(Uri.EscapeDataString(Token));
    }

    [TestCase(101)]
    [TestCase(990)]
    public async Task Text_FullOfTheToken_ShowsNoPartOfItWhereItIsCut(int before)
    {
        var token = string.Concat(Enumerable.Range(0, 60).Select(number => $"{number:x2}QzW"));
        var text = new string('.', before) + string.Concat(Enumerable.Repeat(token, 50));
        await using var server = RawServer.Responding(_ => RawResponse.Json(403, $$$"""{"code":400300,"message":"{{{text}}}","data":{"detail":["{{{text}}}"]}}"""));
        using var client = Clients.Of(server, credential: AmityCredential.Bearer(token));

        var failure = await Clients.FailureOf<AmityApiException>(() => client.Rooms.GetRoomAsync("r"));

        $"{failure}{failure.ResponseBody}{failure.ServiceMessage}{string.Concat(failure.Details)}".Should().Contain("...").And.NotContain("QzW");
    }

    [Test]
    public async Task ResponseBody_CutWithinTheToken_ShowsNoPartOfIt([Range(1, 46, 9)] int kept)
    {
        var body = new string('x', 8_192 - kept) + Token;
        await using var server = RawServer.Responding(_ => RawResponse.Json(502, body));
        using var client = Clients.Of(server, credential: AmityCredential.Bearer(Token));

        var failure = await Clients.FailureOf<AmityApiException>(() => client.Rooms.GetRoomAsync("r"));

        failure.ResponseBody.Should().StartWith("xxx").And.NotContain(Token[..Math.Min(kept, 8)]);
    }

    [Test]
    public async Task Text_OfTheService_HoldsNoControlCharacters([Values] bool inReason)
    {
        using var recorder = new TelemetryRecorder();
        await using var server = RawServer.Responding(_ => inReason
            ? RawResponse.Of("HTTP/1.1 403 before\u001b[31m\u0007\u007f\u0085\u009bbehind\nContent-Length: 0", [])
            : RawResponse.Json(403, $$"""{"code":400300,"message":"{{InJson($"before{Controls}behind")}}"}"""));
        using var client = Clients.Of(server, options => options.LoggerFactory = recorder);

        foreach (var operation in OperationKind.All)
        {
            var failure = await Clients.FailureOf<AmityException>(() => operation.Call(client.Rooms, default));

            failure.Message.Should().NotMatchRegex(@"[\p{Cc}\u2028\u2029]");
            if (failure is AmityApiException { ServiceMessage: { } message })
            {
                message.Should().NotMatchRegex(@"[\p{Cc}\u2028\u2029]").And.StartWith("before").And.EndWith("behind");
            }
        }

        string.Concat(recorder.Lines).Should().NotMatchRegex(@"[\p{Cc}\u2028\u2029]");
    }

    private static async Task<IReadOnlyList<string>> FailAsync(Func<Task> call)
    {
        try
        {
            await call();
            return [];
        }
        catch (AmityException failure)
        {
            return [Unit.Leaks.ExceptionText.Of(failure)];
        }
    }

    private static string Json(int status, string body) => Encoding.Latin1.GetString(RawResponse.Json(status, body).Bytes);

    // What is an escape of JSON already stays one.
    private static string InJson(string text) =>
        text.StartsWith("\\u", StringComparison.Ordinal) ? text : System.Text.Json.JsonSerializer.Serialize(text)[1..^1];

    /// <summary>A response with a text somewhere in it.</summary>
    internal sealed record Echo(string Place, Func<string, string> Write)
    {
        public override string ToString() => Place;
    }
}
