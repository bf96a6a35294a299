namespace Amity.Tests.Shapes;

/// <summary>Each kind of value in a header and in a cookie.</summary>
internal sealed class HeaderTests : ShapeTest
{
    private static readonly string[] Given = ["x-more", "preserve-edited-at", "x-count", "x-weight", "x-color", "x-day", "x-since"];

    [Test]
    public async Task Headers_OfEachKind_AreSent()
    {
        var since = new DateTimeOffset(2026, 3, 6, 1, 0, 0, TimeSpan.FromHours(2));

        await Client.Headers.PutWithHeadersAsync("key", new()
        {
            XMore = "more text",
            PreserveEditedAt = true,
            XCount = -7,
            XWeight = 1.5,
            XColor = Color.DarkBlue,
            XDay = new DateTime(2026, 3, 6),
            XSince = since,
        });

        var headers = Server.Request.Headers;
        headers["x-text"].Should().Equal("key");
        Given.Select(name => headers[name].ToString()).Should()
            .Equal("more text", "true", "-7", "1.5", "dark-blue", "2026-03-06", "2026-03-05T23:00:00.000Z");
        headers.Authorization.Should().Equal($"Bearer {Token}");
    }

    [Test]
    public async Task Headers_NotGiven_AreNotSent()
    {
        await Client.Headers.PutWithHeadersAsync("key");

        Server.Request.Headers.Keys.Should().NotIntersectWith(Given);
    }

    [TestCase("a\r\nx-evil: 1")]
    [TestCase("é")]
    [TestCase(" a")]
    [TestCase("")]
    public async Task Header_WithWhatNoHeaderCarries_IsRejectedWithoutQuotingIt(string value)
    {
        var text = await AssertRejected("xText must be printable ASCII", () => Client.Headers.PutWithHeadersAsync(value));
        var color = await AssertRejected("options.XColor must be printable ASCII", () => Client.Headers.PutWithHeadersAsync("key", new() { XColor = new Color(value) }));

        (text.Message + color.Message).Should().NotContain("evil");
    }

    [Test]
    public async Task Header_RequiredButMissing_IsNamed() =>
        await AssertRejected("xText", () => Client.Headers.PutWithHeadersAsync(null!));

    [Test]
    public async Task Header_BeyondItsLimit_IsRejected() =>
        await AssertRejected("xText has 151 characters; the limit is 0 to 150.", () => Client.Headers.PutWithHeadersAsync(new string('a', 151)));

    [Test]
    public async Task Operation_WithoutSecurity_GoesWithoutTheCredential()
    {
        var wasAsked = false;
        using var client = ClientOf(AmityCredential.FromProvider(
            _ =>
            {
                wasAsked = true;
                return Task.FromResult(new AmityToken("token"));
            },
            new AmityRateLimit(timeProvider: Clock)));
        Server.Reply(Reply.Error(401, 400100));

        var call = () => client.Headers.OpenSessionAsync("key");

        (await call.Should().ThrowAsync<AmityApiException>()).Which.StatusCode.Should().Be(401);
        Server.Request.Headers["x-text"].Should().Equal("key");
        Server.Request.Headers.Authorization.Should().BeEmpty();
        wasAsked.Should().BeFalse();
    }

    [Test]
    public async Task Cookies_OfEachKind_AreSentInOneHeader()
    {
        await Client.Headers.GetWithCookiesAsync("a=b", new() { Count = 3, Color = Color.Red });

        Server.Request.Headers.Cookie.Should().Equal("_ascSession=a=b; count=3; color=red");
    }

    [Test]
    public async Task Cookies_NotGiven_AreNotSent()
    {
        await Client.Headers.GetWithCookiesAsync("a");

        Server.Request.Headers.Cookie.Should().Equal("_ascSession=a");
    }

    [TestCase("a; b=c")]
    [TestCase("a\r\nb")]
    [TestCase("")]
    public async Task Cookie_WithWhatNoCookieCarries_IsRejected(string value)
    {
        await AssertRejected("ascSession", () => Client.Headers.GetWithCookiesAsync(value));
        await AssertRejected("options.Color", () => Client.Headers.GetWithCookiesAsync("a", new() { Color = new Color(value) }));
    }
}
