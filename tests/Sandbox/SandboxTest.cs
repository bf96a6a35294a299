using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Amity.Tests.Sandbox;

/// <summary>A sandbox of its own for each test, spoken to without the library.</summary>
internal abstract class SandboxTest
{
    private CheckedSandbox _checked = null!;
    private HttpClient _http = null!;

    protected AmitySandbox Sandbox => _checked.Sandbox;

    protected IReadOnlyList<SandboxExchange> Observed => _checked.Exchanges;

    [SetUp]
    public async Task StartAsync()
    {
        _checked = await CheckedSandbox.StartAsync(Configure);
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Sandbox.Address };
    }

    [TearDown]
    public async Task StopAsync()
    {
        _http.Dispose();
        await _checked.DisposeAsync();
    }

    protected virtual void Configure(AmitySandboxOptions options)
    {
    }

    /// <summary>Sends a request as the admin unless another Authorization is given; an empty one sends none.</summary>
    protected async Task<Response> SendAsync(string method, string target, string? body = null, string? authorization = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(target, UriKind.RelativeOrAbsolute));
        authorization ??= $"Bearer {Sandbox.AdminToken}";
        if (authorization.Length > 0)
        {
            request.Headers.Authorization = AuthenticationHeaderValue.Parse(authorization);
        }

        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return await SendAsync(request);
    }

    /// <summary>Sends a request of the spec's examples as the admin, with both keys.</summary>
    protected async Task<Response> SendAsync(SpecRequest request)
    {
        using var message = request.ToMessage();
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Sandbox.AdminToken);
        message.Headers.Add("x-server-key", Sandbox.ServerKey);
        message.Headers.Add("x-api-key", Sandbox.ApiKey);
        return await SendAsync(message);
    }

    protected async Task<Response> SendAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request);
        return new Response((int)response.StatusCode, response.Headers.Location, await response.Content.ReadAsByteArrayAsync());
    }

    protected Task<Response> GetAsync(string target) => SendAsync("GET", target);

    protected static string Ids(params IEnumerable<string> userIds) =>
        new JsonObject { ["userIds"] = new JsonArray([.. userIds.Select(id => JsonValue.Create(id))]) }.ToJsonString();

    protected static IEnumerable<string> Viewers(int count) => Enumerable.Range(1, count).Select(number => $"viewer-{number}");

    /// <summary>What came back.</summary>
    protected sealed record Response(int Status, Uri? Location, byte[] Bytes)
    {
        public string Text => Encoding.UTF8.GetString(Bytes);

        public JsonNode Json => JsonNode.Parse(Bytes)!;

        public int Code => (int)Json["code"]!;

        public string? NextToken => (string?)Json["paging"]!["next"];

        public void ShouldBe(int status, int code)
        {
            Status.Should().Be(status, Text);
            Code.Should().Be(code);
        }
    }
}
