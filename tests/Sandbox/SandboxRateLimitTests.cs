using Microsoft.Extensions.Time.Testing;

namespace Amity.Tests.Sandbox;

/// <summary>100 requests in any 5 seconds for each user, over all tokens.</summary>
internal sealed class SandboxRateLimitTests : SandboxTest
{
    private readonly FakeTimeProvider _time = new();

    [Test]
    public async Task Requests_Beyond100In5Seconds_AreRejected()
    {
        await SendManyAsync(60);
        _time.Advance(TimeSpan.FromSeconds(3));
        await SendManyAsync(40);

        (await GetAsync("api/v1/rooms")).ShouldBe(429, 400311);
        _time.Advance(TimeSpan.FromSeconds(1.999));
        (await GetAsync("api/v1/rooms")).ShouldBe(429, 400311);

        // The window slides: the first 60 have left it, the other 40 have not.
        _time.Advance(TimeSpan.FromSeconds(0.001));
        await SendManyAsync(60);
        (await GetAsync("api/v1/rooms")).ShouldBe(429, 400311);
    }

    [Test]
    public async Task Requests_OfAnotherUser_AreCountedApart()
    {
        await SendManyAsync(100);

        (await SendAsync("GET", "api/v1/rooms", authorization: $"Bearer {Sandbox.AddToken("vic")}")).Status.Should().Be(200);
        (await GetAsync("api/v1/rooms")).ShouldBe(429, 400311);
    }

    [Test]
    public async Task Requests_TwoTokensOfOneUser_AreCountedTogether()
    {
        Sandbox.UseUpRateLimit("vic");

        (await SendAsync("GET", "api/v1/rooms", authorization: $"Bearer {Sandbox.AddToken("vic")}")).ShouldBe(429, 400311);
        (await SendAsync("GET", "api/v1/rooms", authorization: $"Bearer {Sandbox.AddToken("vic")}")).ShouldBe(429, 400311);
    }

    protected override void Configure(AmitySandboxOptions options) => (options.EnforceRateLimit, options.TimeProvider) = (true, _time);

    private async Task SendManyAsync(int count)
    {
        for (var number = 0; number < count; number++)
        {
            (await GetAsync("api/v1/rooms")).Status.Should().Be(200);
        }
    }
}
