
namespace Amity.Tests.Unit.Bulk;

/// <summary>What the provider of tokens throws ends a bulk run as its error, and is never taken for a response about ids.</summary>
public sealed class BulkProviderTests
{
    private static readonly string[] Ids = ["a", "b"];

    // What a provider throws may look like a failure of the bulk call; it stays the provider's.
    private static IEnumerable<Exception> Thrown => [new HttpRequestException("vault"), new TaskCanceledException("vault"), Rejection()];

    [Test]
    public async Task Provider_CancelledByItself_IsTheErrorOfTheRun()
    {
        var thrown = new TaskCanceledException("the identity server's client timed out");

        var result = await BulkAsync(new ScriptedHandler(), _ => throw thrown);

        result.Error.Should().BeSameAs(thrown);
    }

    [TestCaseSource(nameof(Thrown))]
    public async Task Provider_ThrowsBeforeAnythingWasSent_LeavesEveryIdNotSent(Exception thrown)
    {
        var handler = new ScriptedHandler();

        var result = await BulkAsync(handler, _ => throw thrown);

        handler.Requests.Should().BeEmpty();
        Outcomes(result).Should().Equal(BulkOutcome.NotSent, BulkOutcome.NotSent);
        result.Error.Should().BeSameAs(thrown);
    }

    [TestCaseSource(nameof(Thrown))]
    public async Task Provider_ThrowsAfterARejection_LeavesEveryIdNotSent(Exception thrown)
    {
        var handler = new ScriptedHandler().Response(401, "{}");

        var result = await BulkAsync(handler, asked => asked == 1 ? new AmityToken("t") : throw thrown);

        handler.Requests.Should().HaveCount(1);
        Outcomes(result).Should().Equal(BulkOutcome.NotSent, BulkOutcome.NotSent);
        result.Error.Should().BeSameAs(thrown);
    }

    [TestCaseSource(nameof(Thrown))]
    public async Task Provider_ThrowsAfterALostResponse_LeavesEveryIdUnknown(Exception thrown)
    {
        var handler = new ScriptedHandler().Throw(new HttpRequestException("reset")).Response(401, "{}");

        var result = await BulkAsync(handler, asked => asked == 1 ? new AmityToken("t") : throw thrown);

        handler.Requests.Should().HaveCount(2);
        Outcomes(result).Should().Equal(BulkOutcome.Unknown, BulkOutcome.Unknown);
        result.Items.Should().OnlyContain(item => item.Error == thrown);
        result.Error.Should().BeSameAs(thrown);
    }

    private static AmityApiException Rejection() =>
        TestClient.Rooms(new ScriptedHandler().Response(400, "{}")).Invoking(rooms => rooms.GetRoomAsync("another")).Should().ThrowAsync<AmityApiException>().GetAwaiter().GetResult().Which;

    private static IEnumerable<BulkOutcome> Outcomes(BulkResult result) => result.Items.Select(item => item.Outcome);

    /// <summary>Bans over a provider that is told how often it was asked.</summary>
    private static async Task<BulkResult> BulkAsync(HttpMessageHandler handler, Func<int, AmityToken> provider)
    {
        var asked = 0;
        var credential = AmityCredential.FromProvider(_ => Task.FromResult(provider(++asked)));
        using var client = FaultyClient.Over(handler, new SkippingTime(), credential: credential);
        return await client.Rooms.BulkBanViewersAsync("r", Ids);
    }
}
