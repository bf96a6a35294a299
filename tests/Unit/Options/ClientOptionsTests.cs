namespace Amity.Tests.Unit.Reliability;

/// <summary>What no client can work with is rejected when it is made, by its name.</summary>
public sealed class OptionTests
{
    private static IEnumerable<TestCaseData> Unusable =>
    [
        Case(nameof(AmityClientOptions.MaxRetries), options => options.MaxRetries = -1),
        Case(nameof(AmityClientOptions.MaxRetryAfter), options => options.MaxRetryAfter = TimeSpan.Zero),
        Case(nameof(AmityClientOptions.MaxRetryAfter), options => options.MaxRetryAfter = TimeSpan.FromSeconds(-1)),
        Case(nameof(AmityClientOptions.MaxRetryAfter), options => options.MaxRetryAfter = TimeSpan.FromDays(2)),
        Case(nameof(AmityClientOptions.AttemptTimeout), options => options.AttemptTimeout = TimeSpan.Zero),
        Case(nameof(AmityClientOptions.AttemptTimeout), options => options.AttemptTimeout = Timeout.InfiniteTimeSpan),
        Case(nameof(AmityClientOptions.AttemptTimeout), options => options.AttemptTimeout = TimeSpan.FromMilliseconds(1)),
        Case(nameof(AmityClientOptions.AttemptTimeout), options => options.AttemptTimeout = TimeSpan.FromDays(2)),
        Case(nameof(AmityClientOptions.Timeout), options => options.Timeout = TimeSpan.Zero),
        Case(nameof(AmityClientOptions.Timeout), options => options.Timeout = TimeSpan.FromSeconds(-1)),
        Case(nameof(AmityClientOptions.Timeout), options => options.Timeout = TimeSpan.FromMilliseconds(1)),
        Case(nameof(AmityClientOptions.Timeout), options => options.Timeout = TimeSpan.MaxValue),
        Case(nameof(AmityClientOptions.MaxResponseBytes), options => options.MaxResponseBytes = 0),
        Case(nameof(AmityClientOptions.MaxResponseBytes), options => options.MaxResponseBytes = -1),
        Case(nameof(AmityClientOptions.MaxJsonDepth), options => options.MaxJsonDepth = 0),
        Case(nameof(AmityClientOptions.MaxJsonDepth), options => options.MaxJsonDepth = -1),
        Case(nameof(AmityClientOptions.MaxJsonDepth), options => options.MaxJsonDepth = 1001),
        Case(nameof(AmityClientOptions.MaxPages), options => options.MaxPages = 0),
        Case(nameof(AmityClientOptions.MaxPages), options => options.MaxPages = -1),
        Case(nameof(AmityClientOptions.TimeProvider), options => options.TimeProvider = null!),
    ];

    private static IEnumerable<string> BadTokens => ["", " ", "a b", "a\r\nX: y", "é", "\u007f"];

    [TestCaseSource(nameof(Unusable))]
    public void Option_Unusable_IsRejectedByName(string name, Action<AmityClientOptions> change)
    {
        var options = new AmityClientOptions();
        change(options);

        var act = () => new AmityClient(TestClient.Address, AmityCredential.Bearer("t"), options);

        act.Should().Throw<ArgumentException>().Which.Should().Match<ArgumentException>(rejection => rejection.ParamName == name && rejection.Message.Contains(name));
    }

    [Test]
    public void Options_AtTheirEdges_AreTaken()
    {
        var least = new AmityClientOptions { MaxRetries = 0, MaxRetryAfter = TimeSpan.FromTicks(1), AttemptTimeout = TimeSpan.FromMilliseconds(10), Timeout = TimeSpan.FromMilliseconds(10), MaxResponseBytes = 1, MaxJsonDepth = 1, MaxPages = 1 };
        var most = new AmityClientOptions { MaxRetries = int.MaxValue, MaxRetryAfter = TimeSpan.FromDays(1), AttemptTimeout = TimeSpan.FromDays(1), Timeout = TimeSpan.FromDays(1), MaxResponseBytes = int.MaxValue, MaxPages = int.MaxValue };

        foreach (var options in new[] { least, most })
        {
            FluentActions.Invoking(() => new AmityClient(TestClient.Address, AmityCredential.Bearer("t"), options).Dispose()).Should().NotThrow();
        }
    }

    [Test]
    public async Task Options_ChangedAfterwards_ChangeNothing()
    {
        var handler = new ReactingHandler(_ => ScriptedHandler.Json(503, "{}"));
        var options = FaultyClient.Options(handler, new SkippingTime(), maxRetries: 1);
        using var client = new AmityClient(TestClient.Address, AmityCredential.Bearer("t"), options);

        options.MaxRetries = 9;
        await client.Rooms.Invoking(rooms => rooms.ListRoomsAsync().GetPageAsync()).Should().ThrowAsync<AmityApiException>();

        handler.Requests.Should().HaveCount(2);
    }

    [TestCase("http://api.example.com")]
    [TestCase("http://127.0.0.1.example.com")]
    [TestCase("http://localhost.example.com")]
    [TestCase("http://192.168.0.1")]
    public void PlainHttp_BeyondThisMachine_NeedsItsOptIn(string address)
    {
        var act = (bool allowed) => new AmityClient(new Uri(address), AmityCredential.Bearer("t"), new AmityClientOptions { AllowInsecureHttp = allowed });

        act.Invoking(a => a(false)).Should().Throw<ArgumentException>().WithMessage("*AllowInsecureHttp*");
        act.Invoking(a => a(true).Dispose()).Should().NotThrow();
    }

    [TestCase("http://localhost:5000")]
    [TestCase("http://127.0.0.1:5000")]
    [TestCase("http://127.9.9.9")]
    [TestCase("http://[::1]:5000")]
    [TestCase("https://api.example.com")]
    public void Address_HttpsOrThisMachine_IsTaken(string address) =>
        FluentActions.Invoking(() => new AmityClient(new Uri(address), AmityCredential.Bearer("t")).Dispose()).Should().NotThrow();

    [TestCaseSource(nameof(BadTokens))]
    public void Token_NotForAHeader_IsRejectedWithoutBeingShown(string token)
    {
        foreach (var make in new Action[] { () => AmityCredential.Bearer(token), () => AmityCredential.AdminToken(token), () => _ = new AmityToken(token) })
        {
            make.Should().Throw<ArgumentException>().Which.Message.Should().StartWith("The token is empty, or has white space or characters outside ASCII.");
        }
    }

    [Test]
    public void Token_Null_IsRejected()
    {
        foreach (var make in new Action[] { () => AmityCredential.Bearer(null!), () => AmityCredential.AdminToken(null!), () => _ = new AmityToken(null!) })
        {
            make.Should().Throw<ArgumentNullException>();
        }
    }

    private static TestCaseData Case(string name, Action<AmityClientOptions> change) => new(name, change);
}
