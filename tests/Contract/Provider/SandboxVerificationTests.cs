using System.Text.Json.Nodes;

namespace Amity.Tests.Contract.Provider;

/// <summary>Verifies every interaction of the committed pact against the sandbox.</summary>
internal sealed class SandboxVerificationTests
{
    private static readonly IReadOnlyList<PactInteraction> Interactions = PactInteraction.Read(PactFiles.Committed);

    private CheckedSandbox _checked = null!;
    private LoopbackServer _states = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _checked = await CheckedSandbox.StartAsync(options => options.EnforceRateLimit = true);
        _states = await StateServer.StartAsync(new SandboxStates(_checked.Sandbox).EstablishAsync);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _states.DisposeAsync();
        await _checked.DisposeAsync();
    }

    [TestCaseSource(nameof(Interactions))]
    public async Task Sandbox_Interaction_HonoursPact(PactInteraction interaction)
    {
        var verification = await Verification.OfAsync(PactFiles.Committed, interaction, _checked.Sandbox.Address, _states.Address);

        verification.Passed.Should().BeTrue(verification.Report);
        var exchange = _checked.Exchanges[^1];
        exchange.OperationId.Should().Be(interaction.OperationId);
        exchange.Status.Should().Be(interaction.Status);
    }

    [Test]
    public async Task Filter_MatchesNothing_DoesNotPass()
    {
        var unknown = new PactInteraction(new()
        {
            ["description"] = "a request that nobody makes",
            ["response"] = new JsonObject { ["status"] = 200 },
        });

        var verification = await Verification.OfAsync(PactFiles.Committed, unknown, _checked.Sandbox.Address, _states.Address);

        verification.Passed.Should().BeFalse();
        _checked.Exchanges.Should().BeEmpty();
    }

    [Test]
    public async Task Provider_FieldOfAnotherType_Fails()
    {
        await using var altering = await AlteringProvider.StartAsync(
            _checked.Sandbox.Address, body => body.Replace("\"success\":true", "\"success\":\"yes\"", StringComparison.Ordinal));
        var interaction = Interactions.Single(interaction => interaction.Description == "a request to ban viewers");

        var verification = await Verification.OfAsync(PactFiles.Committed, interaction, altering.Address, _states.Address);

        verification.Passed.Should().BeFalse();
        verification.Report.Should().Contain("$.success");
    }
}
