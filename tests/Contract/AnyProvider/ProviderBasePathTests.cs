using Amity.Tests.Contract.Provider;

namespace Amity.Tests.Contract.AnyProvider;

/// <summary>A provider behind a gateway, whose address has a path.</summary>
internal sealed class ProviderBasePathTests : ProviderCheckTest
{
    [TestCase("eu/amity")]
    [TestCase("eu/amity/")]
    public async Task RunAsync_AddressWithPath_GivesSameOutcomes(string path)
    {
        var room = AddRichRoom();
        await using var gateway = await Gateway.StartAsync(Sandbox.Address, "/eu/amity");

        var outcomes = await RunAsync(new Uri(gateway.Address, path), room);

        outcomes.Should().Equal(await RunAsync(Sandbox.Address, room));
        outcomes.Values.Should().Contain(outcome => outcome.Kind == OutcomeKind.Passed)
            .And.NotContain(outcome => outcome.Kind == OutcomeKind.Failed);
    }
}
