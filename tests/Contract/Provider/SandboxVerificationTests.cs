namespace Amity.Tests.Contract.Provider;

/// <summary>Verifies the committed pacts against the sandbox: a sandbox and a run of the verifier for each pact.</summary>
internal sealed class SandboxVerificationTests
{
    private int _unverified;

    private static IEnumerable<PactFile> Pacts => PactFile.All;

    [TestCaseSource(nameof(Pacts))]
    public async Task Sandbox_Pact_IsHonoured(PactFile pact)
    {
        var interactions = PactInteraction.Read(pact.Committed);

        var verdicts = await SandboxVerification.RunAsync(interactions);

        _unverified += interactions.Count - verdicts.Count;
        verdicts.Where(verdict => !verdict.Value.Passed || !verdict.Value.IsShown)
            .Select(verdict => $"{verdict.Key}: {verdict.Value.Report}, {verdict.Value.Absent}").Should().BeEmpty();
    }

    // As error output, since the runner shows no other.
    [OneTimeTearDown]
    public Task SayWhatIsNotVerifiedAsync() => TestContext.Error.WriteLineAsync($"{_unverified} interactions verified by the consumer only");
}
