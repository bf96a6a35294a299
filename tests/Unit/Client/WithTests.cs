using Microsoft.Extensions.Time.Testing;

namespace Amity.Tests.Unit.Client;

/// <summary>A client with other settings for some calls.</summary>
public sealed class WithTests
{
    private static IEnumerable<TestCaseData> Shared =>
    [
        Case(nameof(AmityClientOptions.Handler), options => options.Handler = new ScriptedHandler()),
        Case(nameof(AmityClientOptions.AllowInsecureHttp), options => options.AllowInsecureHttp = true),
        Case(nameof(AmityClientOptions.TimeProvider), options => options.TimeProvider = new FakeTimeProvider()),
    ];

    [Test]
    public async Task With_OtherSettings_AreTheCopysAlone()
    {
        var handler = new ScriptedHandler().ResponseTheRest(_ => ScriptedHandler.Json(503, "{}"));
        using var client = TestClient.Over(handler);
        using var patient = client.With(options => (options.MaxRetries, options.MaxRetryAfter) = (1, TimeSpan.FromTicks(1)));

        await client.Invoking(c => c.SendAsync(HttpMethod.Get, "/a")).Should().ThrowAsync<AmityApiException>();
        handler.Requests.Should().HaveCount(1);
        var failure = await patient.Invoking(c => c.SendAsync(HttpMethod.Get, "/a")).Should().ThrowAsync<AmityApiException>();

        failure.Which.Attempts.Should().Be(2);
        handler.Requests.Select(request => request.Headers["Authorization"]).Distinct().Should().Equal($"Bearer {TestClient.Token}");
    }

    [Test]
    public async Task With_AndWithCredential_KeepEachOthersChanges()
    {
        var handler = new ScriptedHandler().ResponseTheRest(_ => ScriptedHandler.Json(200, new string(' ', 100)));
        using var client = TestClient.Over(handler);
        using var first = client.With(options => options.MaxResponseBytes = 10).WithCredential(AmityCredential.Bearer("other"));
        using var second = client.WithCredential(AmityCredential.Bearer("other")).With(options => options.MaxResponseBytes = 10);

        foreach (var changed in new[] { first, second })
        {
            var failure = await changed.Invoking(c => c.SendAsync(HttpMethod.Get, "/a")).Should().ThrowAsync<AmityTransportException>();
            failure.Which.Failure.Should().Be(AmityTransportFailure.TooLarge);
        }

        handler.Requests.Select(request => request.Headers["Authorization"]).Should().Equal("Bearer other", "Bearer other");
    }

    [Test]
    public async Task With_Disposed_LeavesTheConnectionsOpen()
    {
        await using var server = RawServer.Responding(RawServer.Ok("{}"));
        using var client = TestClient.At(server.Address);
        client.With(options => options.Timeout = TimeSpan.FromMinutes(1)).Dispose();

        await client.SendAsync(HttpMethod.Get, "/a");

        server.Requests.Should().Be(1);
    }

    [Test]
    public async Task With_OfAClientThatIsDisposed_IsDisposed()
    {
        var client = TestClient.At(TestClient.Address);
        using var copy = client.With(_ => { });
        client.Dispose();

        await copy.Invoking(c => c.SendAsync(HttpMethod.Get, "/a")).Should().ThrowAsync<ObjectDisposedException>();
    }

    [Test]
    public async Task Options_ChangedAfterwards_ChangeNothing()
    {
        var handler = new ScriptedHandler().Response("{}");
        using var client = TestClient.Over(handler);
        AmityClientOptions given = null!;
        using var copy = client.With(options => given = options);

        given.MaxResponseBytes = 1;

        await copy.SendAsync(HttpMethod.Get, "/a");
    }

    [TestCaseSource(nameof(Shared))]
    public void With_WhatIsShared_IsRejectedByName(string option, Action<AmityClientOptions> change)
    {
        using var client = TestClient.At(TestClient.Address);

        client.Invoking(c => c.With(change)).Should().Throw<ArgumentException>()
            .WithMessage($"{option} belongs to what the copy shares*").WithParameterName("change");
    }

    [Test]
    public void With_WhatNoClientCanWorkWith_IsRejectedByName()
    {
        using var client = TestClient.At(TestClient.Address);

        client.Invoking(c => c.With(options => options.MaxRetries = -1)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("MaxRetries");
        client.Invoking(c => c.With(null!)).Should().Throw<ArgumentNullException>().WithParameterName("change");
    }

    private static TestCaseData Case(string option, Action<AmityClientOptions> change) => new TestCaseData(option, change).SetArgDisplayNames(option);
}
