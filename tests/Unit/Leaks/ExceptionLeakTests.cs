
namespace Amity.Tests.Unit.Leaks;

/// <summary>No exception shows the credential, even where the service repeats it.</summary>
public sealed class ExceptionLeakTests
{
    // Characters that JSON writers escape, so that the token comes back in another spelling.
    private const string Token = "tok+en/secret<&>'==";

    private static IEnumerable<Fault> Faults =>
    [
        Fault.Rejected, Fault.Dns, Fault.Tls, Fault.Reset, Fault.AttemptTimeout, Fault.Malformed, Fault.SaysFailure,
        .. new[] { 302, 400, 401, 403, 404, 408, 409, 413, 422, 429, 500, 502, 503, 504 }.Select(Fault.Status),
    ];

    private static IEnumerable<OperationCase> SentWithToken => OperationCase.OfEachKind.Where(operation => Spec.IsSentWithCredential(operation.OperationId));

    private static IEnumerable<TestCaseData> Echoes =>
    [
        Echo("message", 400, $$"""{"code":400100,"message":"Token {{Token}} is wrong"}"""),
        Echo("detail list", 401, $$$"""{"code":400100,"data":{"detail":["Bearer {{{Token}}}"]}}"""),
        Echo("detail object", 403, """{"data":{"detail":{"TOKEN":{"a":["TOKEN"]}}}}""".Replace("TOKEN", Token, StringComparison.Ordinal)),
        Echo("page", 502, $"<html>{Token}</html>"),
        Echo("text", 500, Token),
        Echo("rate limit", 429, $$"""{"message":"{{Token}}"}"""),
        Echo("slashes escaped", 500, $$"""{"message":"{{Token.Replace("/", "\\/", StringComparison.Ordinal)}}"}"""),
        Echo("as .NET escapes it", 500, System.Text.Json.JsonSerializer.Serialize(new { message = Token })),
        Echo("escaped twice", 500, System.Text.Json.JsonSerializer.Serialize(new { data = new { detail = new { inner = Token } } })),
        Echo("in HTML", 500, $"<html>{System.Net.WebUtility.HtmlEncode(Token)}</html>"),
        Echo("in an address", 500, $"<html>?token={Uri.EscapeDataString(Token)}</html>"),
        Echo("list is a text", 200, $$$"""{"rooms":"{{{Token}}}","success":"{{{Token}}}","coHostToken":["{{{Token}}}"],"ok":{"{{{Token}}}":1}}"""),
        Echo("time", 200, $$"""{"rooms":[{"createdAt":"{{Token}}"}]}"""),
        Echo("number", 200, $$"""{"rooms":[{"durationSeconds":"{{Token}}"}]}"""),
        Echo("no JSON", 200, $"Bearer {Token}"),
        Echo("cut", 200, $$"""{"rooms":[{"title":"{{Token}}"""),
        Echo("behind the JSON", 200, $$"""{} {{Token}}"""),
        Echo("property", 200, $$"""{"{{Token}}":x}"""),
    ];

    [TestCaseSource(typeof(OperationCase), nameof(OperationCase.OfEachKind))]
    public async Task Failure_OfAnyKind_ShowsNoToken(OperationCase operation)
    {
        foreach (var fault in Faults)
        {
            foreach (var credential in new[] { AmityCredential.Bearer(Token), AmityCredential.AdminToken(Token), AmityCredential.FromProvider(_ => Task.FromResult(new AmityToken(Token))) })
            {
                var time = new SkippingTime();
                var handler = new ReactingHandler((_, cancellationToken) => fault.Play(time, cancellationToken));
                using var client = FaultyClient.Over(handler, time, maxRetries: 1, credential);

                (await FailureTextAsync(operation, client)).Should().NotContain(Token, fault.Name);
                handler.Requests.Should().NotBeEmpty();
            }
        }
    }

    [TestCaseSource(nameof(Echoes))]
    public async Task Service_RepeatsTheToken_ItIsNotShown(int status, string body)
    {
        foreach (var operation in SentWithToken)
        {
            var handler = new ReactingHandler(_ =>
            {
                var response = ScriptedHandler.Json(status, body);
                response.ReasonPhrase = $"No {Token}";
                return response;
            });
            using var client = FaultyClient.Over(handler, new SkippingTime(), maxRetries: 0, AmityCredential.Bearer(Token));

            var text = await FailureTextAsync(operation, client);

            foreach (var spelling in Spellings())
            {
                text.Should().NotContainEquivalentOf(spelling, operation.OperationId);
            }
        }
    }

    [Test]
    public async Task Connection_FailingOnARealSocket_ShowsNoToken()
    {
        await using var server = RawServer.Responding("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{");
        using var client = new AmityClient(server.Address, AmityCredential.Bearer(Token), new AmityClientOptions { MaxRetries = 0 });

        foreach (var operation in SentWithToken)
        {
            (await FailureTextAsync(operation, client)).Should().NotContain(Token, operation.OperationId);
        }

        server.Heads.Should().OnlyContain(head => head.Contains(Token), "the token was sent where it belongs");
    }

    [Test]
    public void Text_OfEverythingThatHoldsTheToken_ShowsNone()
    {
        var bearer = AmityCredential.Bearer(Token);
        var admin = AmityCredential.AdminToken(Token);
        var provided = AmityCredential.FromProvider(_ => Task.FromResult(new AmityToken(Token)));
        using var client = new AmityClient(TestClient.Address, bearer, new AmityClientOptions());

        foreach (var holder in new object[] { bearer, admin, provided, new AmityToken(Token), new AmityClientOptions(), client, client.Rooms, bearer.RateLimit })
        {
            $"{holder}".Should().NotBeNullOrEmpty().And.NotContain(Token);
            // What a serialising log would write.
            PublicValues(holder).Should().NotContain(Token);
        }
    }

    private static IEnumerable<string> Spellings() =>
    [
        Token,
        Token.Replace("/", "\\/", StringComparison.Ordinal),
        System.Text.Json.JsonSerializer.Serialize(Token).Trim('"'),
        System.Net.WebUtility.HtmlEncode(Token),
        Uri.EscapeDataString(Token),
    ];

    private static string PublicValues(object holder) => string.Join("\n", holder.GetType().GetProperties().Select(property => $"{property.GetValue(holder)}"));

    private static async Task<string> FailureTextAsync(OperationCase operation, AmityClient client)
    {
        try
        {
            await operation.Call(client);
            return string.Empty;
        }
        catch (AmityException failure)
        {
            return ExceptionText.Of(failure);
        }
    }

    private static TestCaseData Echo(string name, int status, string body) => new TestCaseData(status, body).SetArgDisplayNames(name);
}
