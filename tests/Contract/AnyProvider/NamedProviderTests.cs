namespace Amity.Tests.Contract.AnyProvider;

/// <summary>The reading interactions against the provider that the environment names; it is only read from.</summary>
internal sealed class NamedProviderTests
{
    private static readonly string? Address = Environment.GetEnvironmentVariable("AMITY_PROVIDER_URL");
    private static readonly string? Token = Environment.GetEnvironmentVariable("AMITY_PROVIDER_TOKEN");
    private static readonly string? Room = Environment.GetEnvironmentVariable("AMITY_PROVIDER_ROOM");

    private ProviderCheck? _check;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        if (IsNamed)
        {
            _check = await ProviderCheck.StartAsync(new Uri(Address!), Token!, Room!);
        }
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_check is not null)
        {
            await _check.DisposeAsync();
        }
    }

    [TestCaseSource(nameof(Cases))]
    public async Task NamedProvider_ReadingInteraction_HonoursPact(string description)
    {
        var outcome = await _check!.RunAsync(_check.Interactions.Single(interaction => interaction.Description == description));

        if (outcome.Kind == OutcomeKind.NotShown)
        {
            Assert.Inconclusive(outcome.Text);
        }

        outcome.Kind.Should().Be(OutcomeKind.Passed, outcome.Text);
    }

    private static bool IsNamed => Address is { Length: > 0 } && Token is { Length: > 0 } && Room is { Length: > 0 };

    private static IEnumerable<TestCaseData> Cases() => IsNamed
        ? PactInteraction.Read(PactFiles.Committed).Where(ProviderCheck.IsReading).Select(interaction => new TestCaseData(interaction.Description))
        : [new TestCaseData("").SetArgDisplayNames("no provider named").Ignore("Set AMITY_PROVIDER_URL, AMITY_PROVIDER_TOKEN and AMITY_PROVIDER_ROOM to run the reading interactions against a provider.")];
}
