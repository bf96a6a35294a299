using Amity.Tests.Contract.Provider;

namespace Amity.Tests.Contract.AnyProvider;

/// <summary>A provider that redirects: where the pact wants no redirect it fails, and none is followed.</summary>
internal sealed class RedirectTests : ProviderCheckTest
{
    private const string UnknownRoom = "getRoom with an unknown roomId";

    [Test]
    public async Task RunAsync_ProviderRedirectsEveryRequest_FailsAllAndFollowsNone()
    {
        var room = AddRichRoom();
        await using var gateway = await Gateway.StartAsync(Sandbox.Address, "/moved");

        var outcomes = await RunAsync(gateway.Address, room);

        outcomes.Values.Where(outcome => outcome.Kind != OutcomeKind.NotShown).Should().HaveCountGreaterThan(5)
            .And.OnlyContain(outcome => outcome.Kind == OutcomeKind.Failed && outcome.Text.StartsWith("responded 307"));
        Exchanges.Should().BeEmpty();
    }

    [TestCase(301)]
    [TestCase(302)]
    [TestCase(303)]
    [TestCase(307)]
    [TestCase(308)]
    public async Task RunAsync_RedirectInsteadOfError_FailsWithItsStatusAndCallsNoOtherHost(int status)
    {
        var room = AddRichRoom();
        var calls = 0;
        await using var other = await LoopbackServer.StartAsync(context =>
        {
            Interlocked.Increment(ref calls);
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        await using var provider = await AlteringProvider.StartAsync(
            Sandbox.Address,
            response => response.Status == 404 ? response with { Status = status, Location = $"{other.Address}watch" } : response);

        var outcomes = await RunAsync(provider.Address, room);

        var outcome = outcomes[UnknownRoom];
        outcome.Kind.Should().Be(OutcomeKind.Failed);
        outcome.Text.Should().StartWith($"responded {status}").And.Contain($"expected 404 but was {status}");
        calls.Should().Be(0);
    }
}
