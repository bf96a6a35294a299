using Amity.Authentication;

namespace Amity.Tests.Unit.Leaks;

/// <summary>What a request holds in confidence shows in no exception and in no text of it, even where the service repeats it.</summary>
public sealed class RequestSecretTests
{
    private const string Secret = "auth/token <of> ann";

    private static readonly CreateSessionRequest Request = new() { UserId = "ann", DeviceId = "phone", AuthToken = Secret };

    private static IEnumerable<TestCaseData> Echoes =>
    [
        Case("message", $$"""{"code":500000,"message":"{{Secret}} is too long"}"""),
        Case("detail", $$$"""{"code":500000,"message":"a","data":{"detail":["authToken: {{{Secret}}}"]}}"""),
        Case("escaped", System.Text.Json.JsonSerializer.Serialize(new { message = Secret })),
        Case("in an address", $"<html>?authToken={Uri.EscapeDataString(Secret)}</html>"),
        Case("beside the key", $$"""{"message":"{{Secret}} and {{TestClient.ApiKey}}"}"""),
    ];

    [TestCaseSource(nameof(Echoes))]
    public async Task Service_RepeatsIt_ItIsNotShown(string body)
    {
        var sessions = TestClient.Over(new ScriptedHandler().Response(422, body)).Sessions;

        var failure = (await sessions.Invoking(s => s.CreateSessionAsync(Request)).Should().ThrowAsync<AmityApiException>()).Which;

        var text = ExceptionText.Of(failure);
        text.Should().Contain("***").And.NotContainAny(Secret, Uri.EscapeDataString(Secret), TestClient.ApiKey);
        text.Should().NotContain("u003Cof");
    }

    [Test]
    public async Task Service_RepeatsThatOfARawRequest_ItIsNotShown()
    {
        using var client = TestClient.Over(new ScriptedHandler().Response(422, $$"""{"message":"{{Secret}}"}"""));

        var failure = (await client.Invoking(c => c.SendAsync(HttpMethod.Post, "/api/v9/sessions", Request)).Should().ThrowAsync<AmityApiException>()).Which;

        ExceptionText.Of(failure).Should().Contain("***").And.NotContain(Secret);
    }

    [Test]
    public void Text_OfTheRequest_ShowsNone() => Request.ToString().Should().Be("""{"userId":"ann","deviceId":"phone","authToken":"***"}""");

    [Test]
    public async Task Request_SentAfterOneWithASecret_HasNone()
    {
        var handler = new ScriptedHandler().Response(422, """{"message":"a"}""").Response(422, $$"""{"message":"{{Secret}}"}""");
        var sessions = TestClient.Over(handler).Sessions;
        await sessions.Invoking(s => s.CreateSessionAsync(Request)).Should().ThrowAsync<AmityApiException>();

        var other = new CreateSessionRequest { UserId = "ben", DeviceId = "phone" };
        var failure = (await sessions.Invoking(s => s.CreateSessionAsync(other)).Should().ThrowAsync<AmityApiException>()).Which;

        failure.Message.Should().Contain(Secret, "it is none of this request");
    }

    private static TestCaseData Case(string name, string body) => new TestCaseData(body).SetArgDisplayNames(name);
}
