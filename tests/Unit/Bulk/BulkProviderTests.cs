using Amity.Tests.Unit.Reliability;

namespace Amity.Tests.Unit.Bulk;

/// <summary>What the provider of tokens throws ends a bulk run as its error, and is never taken for an answer about ids.</summary>
public sealed class BulkProviderTests
{
    private static readonly string[] Ids = ["a", "b"];

    [Test]
    public async Task Provider_CancelledByItself_IsTheErrorOfTheRun()
    {
        var thrown = new TaskCanceledException("the identity server's client timed out");

        var result = await BulkAsync(new ScriptedHandler(), _ => throw thrown);

        result.Error.Should().BeSameAs(thrown);
    }

    /// <summary>Bans over a provider that is told how often it was asked.</summary>
    private static async Task<BulkResult> BulkAsync(HttpMessageHandler handler, Func<int, AmityToken> provider)
    {
        var asked = 0;
        var credential = AmityCredential.FromProvider(_ => Task.FromResult(provider(++asked)));
        using var client = FaultyClient.Over(handler, new SkippingTime(), credential: credential);
        return await client.Rooms.BulkBanViewersAsync("r", Ids);
    }
}
