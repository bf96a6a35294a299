using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Amity.Tests.Sandbox;

/// <summary>Tokens that calls make, use and end.</summary>
internal sealed class SandboxSessionTests : SandboxTest
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private bool _requireAuthTokens;

    protected override void Configure(AmitySandboxOptions options) => (options.TimeProvider, options.RequireAuthTokens) = (_time, _requireAuthTokens);

    [Test]
    public async Task CreateSession_UnknownUser_GivesATokenToCallWith()
    {
        var session = await OpenAsync("ann", "phone", """, "displayName": "Ann" """);

        ((string?)session["users"]![0]!["displayName"]).Should().Be("Ann");
        ((string?)session["userType"]).Should().Be("signed-in");
        (await StatusWithAsync(session)).Should().Be(200);
    }

    [Test]
    public async Task CreateSession_AuthTokenOfTheUser_IsTakenForTenMinutes()
    {
        var made = await PostAsync("api/v4/authentication/token", """{"userId":"ann"}""");

        (await PostAsync("api/v5/sessions", Session("ann", "phone", $""", "authToken": "{made.Text}" """))).Status.Should().Be(200);
        (await PostAsync("api/v5/sessions", Session("ben", "phone", $""", "authToken": "{made.Text}" """))).ShouldBe(401, 400100);
        _time.Advance(TimeSpan.FromMinutes(10));
        (await PostAsync("api/v5/sessions", Session("ann", "phone", $""", "authToken": "{made.Text}" """))).ShouldBe(401, 400100);
    }

    [Test]
    public async Task CreateSession_AuthTokensRequired_IsRejectedWithout()
    {
        await StopAsync();
        _requireAuthTokens = true;
        await StartAsync();
        _requireAuthTokens = false;

        (await PostAsync("api/v5/sessions", Session("ann", "phone"))).ShouldBe(401, 400100);
        (await PostAsync("api/v5/sessions", Session("ann", "phone", $""", "authToken": "{Sandbox.AddAuthToken("ann")}" """))).Status.Should().Be(200);
    }

    [TestCase("api/v4/authentication/token", """{"userId":"ann"}""")]
    [TestCase("api/v5/sessions", """{"userId":"ann","deviceId":"phone"}""")]
    public async Task Call_WrongKey_IsUnauthorized(string target, string body)
    {
        var response = await SendAsync("POST", target, body);

        response.Status.Should().Be(401);
    }

    [Test]
    public async Task CreateSession_DeviceThatIsInUse_EndsWhatRanThere()
    {
        var first = await OpenAsync("ann", "phone");
        var elsewhere = await OpenAsync("ann", "tablet");

        await OpenAsync("ben", "phone");

        (await StatusWithAsync(first)).Should().Be(401);
        (await StatusWithAsync(elsewhere)).Should().Be(200);
    }

    [Test]
    public async Task AccessToken_After30Days_HasExpired()
    {
        var session = await OpenAsync("ann", "phone");

        _time.Advance(TimeSpan.FromDays(30));

        (await StatusWithAsync(session)).Should().Be(401);
    }

    [Test]
    public async Task DeleteSession_OwnToken_EndsThatSessionOnly()
    {
        var (session, other) = (await OpenAsync("ann", "phone"), await OpenAsync("ann", "tablet"));

        await SendAsync("DELETE", "api/v4/sessions", authorization: $"Bearer {session["accessToken"]}");

        (await StatusWithAsync(session)).Should().Be(401);
        (await StatusWithAsync(other)).Should().Be(200);
    }

    [TestCase("api/v4/sessions?userId=ann")]
    [TestCase("api/v4/sessions/users/ann")]
    public async Task DeleteSessions_OfAUser_EndsAllAndIsForAdministrators(string target)
    {
        var (session, other, ben) = (await OpenAsync("ann", "phone"), await OpenAsync("ann", "tablet"), await OpenAsync("ben", "laptop"));

        (await SendAsync("DELETE", target, authorization: $"Bearer {ben["accessToken"]}")).ShouldBe(403, 400301);
        (await SendAsync("DELETE", target)).Status.Should().Be(200);

        (await StatusWithAsync(session)).Should().Be(401);
        (await StatusWithAsync(other)).Should().Be(401);
        (await StatusWithAsync(ben)).Should().Be(200);
        (await SendAsync("DELETE", "api/v4/sessions/users/nobody")).ShouldBe(404, 400400);
    }

    [Test]
    public async Task CreateAdminToken_Admin_ReplacesTheToken()
    {
        var old = Sandbox.AdminToken;

        var made = await SendAsync("POST", "api/v1/admin-token");

        ((string?)made.Json["adminToken"]).Should().Be(Sandbox.AdminToken).And.NotBe(old);
        (await SendAsync("GET", "api/v1/rooms", authorization: $"Bearer {old}")).ShouldBe(401, 400100);
        (await GetAsync("api/v1/rooms")).Status.Should().Be(200);
    }

    [TestCase("POST", "api/v1/admin-token")]
    [TestCase("GET", "api/v1/reports/1p/download?dataType=users")]
    public async Task AdminCall_OrdinaryUser_IsForbidden(string method, string target) =>
        (await SendAsync(method, target, authorization: $"Bearer {Sandbox.AddToken("ann", canModerate: true)}")).ShouldBe(403, 400301);

    [TestCase("visitor")]
    [TestCase("bot")]
    public async Task CreateSession_DeviceAlone_HasAUserOfItsKind(string kind)
    {
        var first = (await PostAsync($"api/v5/sessions/{kind}", """{"deviceId":"phone-1"}""")).Json;
        var second = (await PostAsync($"api/v5/sessions/{kind}", """{"deviceId":"phone-1"}""")).Json;

        ((string?)first["userType"]).Should().Be(kind);
        ((string?)second["users"]![0]!["userId"]).Should().Be((string?)first["users"]![0]!["userId"]);
        (await StatusWithAsync(second)).Should().Be(200);
    }

    [Test]
    public async Task DeleteSessions_UserWithATokenOnly_EndsIt()
    {
        var token = Sandbox.AddToken("vic");

        (await SendAsync("DELETE", "api/v4/sessions/users/vic")).Status.Should().Be(200);

        (await SendAsync("GET", "api/v1/rooms", authorization: $"Bearer {token}")).ShouldBe(401, 400100);
    }

    [Test]
    public async Task AddToken_AdminToken_StaysTheAdmins()
    {
        Sandbox.AddToken("vic", token: Sandbox.AdminToken);

        (await SendAsync("POST", "api/v1/admin-token")).Status.Should().Be(200);
    }

    [Test]
    public async Task Observer_SecretsOfTheContract_SeesAMask()
    {
        var made = await PostAsync("api/v4/authentication/token", """{"userId":"ann"}""");
        var session = (await PostAsync("api/v5/sessions", Session("ann", "phone", $""", "authToken": "{made.Text}" """))).Json;
        var broken = """{"userId":"ann","authToken":"half-of-a-secret""";
        await PostAsync("api/v5/sessions", broken);
        await SendAsync("POST", "api/v1/admin-token");
        Sandbox.Faults.Next(SandboxFault.ResetBeforeHandler, "createSession");
        await FluentActions.Awaiting(() => PostAsync("api/v5/sessions", Session("ann", "phone", $""", "authToken": "{made.Text}" """))).Should().ThrowAsync<HttpRequestException>();

        var seen = Observed.SelectMany(exchange => new[] { exchange.RequestBody, exchange.ResponseBody })
            .Concat(Sandbox.Faults.Ledger.Select(fault => fault.RequestBody)).OfType<string>().ToList();

        seen.Should().Contain(text => text.Contains("\"accessToken\":\"***\"")).And.Contain("***");
        string[] secrets = [made.Text, (string)session["accessToken"]!, Sandbox.AdminToken, "half-of-a-secret"];
        seen.Where(text => secrets.Any(text.Contains)).Should().BeEmpty();
    }

    private async Task<JsonNode> OpenAsync(string userId, string deviceId, string further = "") =>
        (await PostAsync("api/v5/sessions", Session(userId, deviceId, further))).Json;

    private static string Session(string userId, string deviceId, string further = "") => $$"""{"userId":"{{userId}}","deviceId":"{{deviceId}}"{{further}}}""";

    private async Task<int> StatusWithAsync(JsonNode session) =>
        (await SendAsync("GET", "api/v3/sessions", authorization: $"Bearer {session["accessToken"]}")).Status;

    private async Task<Response> PostAsync(string target, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(target, UriKind.Relative));
        request.Headers.Add("x-server-key", Sandbox.ServerKey);
        request.Headers.Add("x-api-key", Sandbox.ApiKey);
        request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        return await SendAsync(request);
    }
}
