namespace Amity.Tests.Contract.Provider;

/// <summary>Verifies the committed pacts against the sandbox: a sandbox and a run of the verifier for each pact.</summary>
internal sealed class SandboxVerificationTests
{
    private readonly Dictionary<string, Verdict> _verdicts = [];

    private static IEnumerable<PactInteraction> Verified => PactFile.Interactions.Where(SandboxVerification.IsStateful);

    [OneTimeSetUp]
    public async Task VerifyAsync()
    {
        foreach (var pact in Verified.GroupBy(interaction => SpecArea.Of(interaction.OperationId)))
        {
            foreach (var (description, verdict) in await SandboxVerification.RunAsync([.. pact]))
            {
                _verdicts.Add(description, verdict);
            }
        }

        var others = PactFile.Interactions.Count - _verdicts.Count;
        await TestContext.Progress.WriteLineAsync($"{others} interactions verified by the consumer only");
    }

    [TestCaseSource(nameof(Verified))]
    public void Sandbox_Interaction_HonoursPact(PactInteraction interaction) =>
        _verdicts[interaction.Description].Passed.Should().BeTrue(_verdicts[interaction.Description].Report);
}
