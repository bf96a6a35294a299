namespace Amity.Tests.Contract.AnyProvider;

/// <summary>The reading interactions against the provider that the environment names; it is only read from.</summary>
internal sealed class NamedProviderTests
{
    private static readonly NamedProvider Named = new(Environment.GetEnvironmentVariable);

    private IReadOnlyDictionary<string, InteractionOutcome> _outcomes = new Dictionary<string, InteractionOutcome>();
    private string? _problem = Named.Problem;

    [OneTimeSetUp]
    public async Task RunAsync()
    {
        if (!Named.IsNamed || _problem is not null)
        {
            return;
        }

        // The service's limit holds for the service, not for what stands in for it on this machine.
        using var rateLimit = Named.Address.IsLoopback ? null : new AmityRateLimit();
        var check = await ProviderCheck.RunAsync(Named.Address, Named.Token, Named.Room, PactFile.Interactions, rateLimit);
        _problem = check.Problem;
        _outcomes = check.Outcomes;
        if (_problem is null)
        {
            // As error output, since the runner shows no other, nor why a test was skipped, unless it is asked to.
            await TestContext.Error.WriteLineAsync(InteractionOutcome.Summary(_outcomes));
        }
    }

    [TestCaseSource(nameof(Provider))]
    public void NamedProvider_Room_GivesResponse(string provider)
    {
        if (_problem is not null)
        {
            Assert.Fail($"{provider}: {_problem}");
        }
    }

    [TestCaseSource(nameof(Descriptions))]
    public void NamedProvider_ReadingInteraction_HonoursPact(string description)
    {
        if (!_outcomes.TryGetValue(description, out var outcome))
        {
            Assert.Ignore("The provider gives no response.");
        }

        switch (outcome.Kind)
        {
            case OutcomeKind.NotShown:
                Assert.Ignore(outcome.Text);
                break;
            case OutcomeKind.Failed:
                Assert.Fail(outcome.Text);
                break;
        }
    }

    // Not there without a named provider, rather than skipped.
    private static IEnumerable<string> Provider() => Named.IsNamed ? [NamedProvider.AddressName] : [];

    private static IEnumerable<string> Descriptions() => Named is { IsNamed: true, Problem: null }
        ? PactFile.Interactions.Where(ProviderCheck.IsObserved).Select(interaction => interaction.Description)
        : [];
}
