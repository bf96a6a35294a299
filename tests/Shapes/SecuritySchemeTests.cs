using Amity.Tests.Faults;

namespace Amity.Tests.Shapes;

/// <summary>What proves to the service who calls: exactly what the spec states for the operation.</summary>
internal sealed class SecuritySchemeTests : ShapeTest
{
    private const string ApiKey = "api-key-of-the-network";
    private const string ServerKey = "server-key-of-the-network";

    // Every header that any scheme is sent in.
    private static readonly string[] Headers = ["Authorization", "x-admin-token", "x-api-key", "x-server-key"];

    private static readonly Scheme[] Schemes =
    [
        new("credential", client => client.Schemes.GetWithCredentialAsync(), $"Authorization: Bearer {Token}"),
        new("none", client => client.Schemes.GetWithNothingAsync(), null),
        new("API key", client => client.Schemes.PostWithApiKeyAsync(), $"x-api-key: {ApiKey}"),
        new("server key", client => client.Schemes.PostWithServerKeyAsync(), $"x-server-key: {ServerKey}"),
    ];

    private static IEnumerable<Scheme> WithoutCredential => Schemes.Skip(1);

    protected override int MaxRetries => 1;

    [TestCaseSource(nameof(Schemes))]
    public async Task Operation_OfEachScheme_SendsItsHeaderAndNoOther(Scheme scheme)
    {
        using var client = ClientWith(ApiKey, ServerKey);

        await scheme.Call(client);

        Sent(Server.Request).Should().Equal(scheme.Header is null ? [] : [scheme.Header]);
    }

    [TestCaseSource(nameof(WithoutCredential))]
    public async Task Rejection_OfAKey_NeitherAsksForATokenNorSendsItAgain(Scheme scheme)
    {
        var wasAsked = false;
        using var client = ClientWith(ApiKey, ServerKey, AmityCredential.FromProvider(_ =>
        {
            wasAsked = true;
            return Task.FromResult(new AmityToken(Token));
        }));
        Server.Reply(Reply.Error(401, 400100));

        (await scheme.Call.Invoking(call => call(client)).Should().ThrowAsync<AmityApiException>()).Which.StatusCode.Should().Be(401);

        Server.Requests.Should().HaveCount(1);
        wasAsked.Should().BeFalse();
    }

    [Test]
    public async Task Key_ThatIsMissing_IsNamedBeforeAnythingIsSent()
    {
        await MissingAsync("postWithApiKey needs AmityClientOptions.ApiKey, *", client => client.Schemes.PostWithApiKeyAsync());
        await MissingAsync("postWithServerKey needs AmityClientOptions.ServerKey, *", client => client.Schemes.PostWithServerKeyAsync());

        Server.Requests.Should().BeEmpty();

        async Task MissingAsync(string message, Func<ShapesClient, Task> call) =>
            await call.Invoking(c => c(Client)).Should().ThrowAsync<InvalidOperationException>().WithMessage(message);
    }

    [TestCase("")]
    [TestCase("key with spaces")]
    [TestCase("key\r\nx-evil: 1")]
    [TestCase("kéy")]
    public void Key_ThatNoHeaderCarries_IsRejectedWithoutShowingIt(string key)
    {
        foreach (var (option, make) in new (string, Action)[]
        {
            ("ApiKey", () => ClientWith(key, null)),
            ("ServerKey", () => ClientWith(null, key)),
        })
        {
            var rejection = make.Should().Throw<ArgumentException>().WithParameterName(option).Which;
            rejection.Message.Should().Contain(option).And.NotContainAny("evil", "spaces", "kéy");
        }
    }

    [TestCaseSource(nameof(WithoutCredential))]
    public async Task Key_ThatTheServiceRepeats_IsInNoException(Scheme scheme)
    {
        using var client = ClientWith(ApiKey, ServerKey);
        var secret = scheme.Header?.Split(": ")[1];
        Server.Reply(Reply.Json($$$"""{"status":"error","code":400300,"message":"'{{{secret}}}' is no key.","data":{"detail":["{{{secret}}}"]}}""", 403));

        var rejection = (await scheme.Call.Invoking(call => call(client)).Should().ThrowAsync<AmityApiException>()).Which;

        rejection.ServiceMessage.Should().Be(secret is null ? "'' is no key." : "'***' is no key.");
        $"{rejection}{rejection.ResponseBody}{string.Join("", rejection.Details)}".Should().NotContainAny(ApiKey, ServerKey);
    }

    [TestCaseSource(nameof(WithoutCredential))]
    public async Task Request_WithoutTheCredential_LeavesItsRateLimitAlone(Scheme scheme)
    {
        var credential = AmityCredential.Bearer(Token, new AmityRateLimit(timeProvider: Clock));
        using var client = ClientWith(ApiKey, ServerKey, credential);

        var start = Clock.GetUtcNow();

        // As many as the service's whole window lets through, and one more, which waits.
        for (var i = 0; i < 101; i++)
        {
            await scheme.Call(client);
        }

        Server.Requests.Should().HaveCount(101);
        credential.RateLimit.GetStatistics()!.TotalSuccessfulLeases.Should().Be(0);
        Clock.GetUtcNow().Should().BeOnOrAfter(start + TimeSpan.FromSeconds(5), "the last one waited for the limit of its own");
    }

    [Test]
    public async Task Copies_OfAClient_ShareTheLimitOfRequestsWithoutCredentialAndKeepTheKeys()
    {
        using var client = new AmityClient(Server.Address, AmityCredential.Bearer(Token), Options(ApiKey, ServerKey));
        using var first = new ShapesClient(client.WithCredential(AmityCredential.Bearer("other")));
        using var second = new ShapesClient(client.With(options => options.ApiKey = "another-key"));
        var start = Clock.GetUtcNow();

        for (var i = 0; i < 50; i++)
        {
            await first.Schemes.PostWithApiKeyAsync();
            await second.Schemes.PostWithApiKeyAsync();
        }

        Clock.GetUtcNow().Should().Be(start);
        await second.Schemes.PostWithServerKeyAsync();
        Clock.GetUtcNow().Should().BeOnOrAfter(start + TimeSpan.FromSeconds(5), "the one limit was used up by both");
        Server.Requests.Skip(98).Select(request => Sent(request).Single()).Should()
            .Equal($"x-api-key: {ApiKey}", "x-api-key: another-key", $"x-server-key: {ServerKey}");
    }

    [Test]
    public async Task RateLimit_OfARequestWithoutCredential_PausesThoseAlone()
    {
        var credential = AmityCredential.Bearer(Token, new AmityRateLimit(timeProvider: Clock));
        using var client = ClientWith(ApiKey, ServerKey, credential);
        var start = Clock.GetUtcNow();
        Server.Reply(Reply.Error(429, 429000));

        await client.Schemes.PostWithApiKeyAsync();

        Server.Requests.Should().HaveCount(2);
        Clock.GetUtcNow().Should().BeOnOrAfter(start + TimeSpan.FromSeconds(2.5));
        credential.RateLimit.GetStatistics()!.TotalSuccessfulLeases.Should().Be(0);
    }

    private static IEnumerable<string> Sent(ReceivedRequest request) =>
        from name in Headers
        from value in request.Headers[name]
        select $"{name}: {value}";

    private ShapesClient ClientWith(string? apiKey, string? serverKey, AmityCredential? credential = null) => new(
        Server.Address, credential ?? AmityCredential.Bearer(Token, new AmityRateLimit(timeProvider: Clock)), Options(apiKey, serverKey));

    private AmityClientOptions Options(string? apiKey, string? serverKey) => new()
    {
        ApiKey = apiKey,
        ServerKey = serverKey,
        MaxRetries = MaxRetries,
        TimeProvider = Clock,
        AttemptTimeout = PromptClock.AttemptTimeout,
        Timeout = TimeSpan.FromHours(1),
    };

    internal sealed record Scheme(string Name, Func<ShapesClient, Task> Call, string? Header)
    {
        public override string ToString() => Name;
    }
}
