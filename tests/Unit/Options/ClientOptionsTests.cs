namespace Amity.Tests.Unit.Options;

/// <summary>What no client can work with is rejected when it is made, by its name.</summary>
public sealed class ClientOptionsTests
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

    private static TestCaseData Case(string name, Action<AmityClientOptions> change) => new(name, change);
}
