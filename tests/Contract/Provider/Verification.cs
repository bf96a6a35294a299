using PactNet;
using PactNet.Exceptions;
using PactNet.Infrastructure.Outputters;
using PactNet.Verifier;

namespace Amity.Tests.Contract.Provider;

/// <summary>The verifier's word on one interaction.</summary>
internal sealed record Verification(bool Passed, string Report)
{
    /// <summary>Verifies one interaction of a pact against a provider.</summary>
    /// <param name="pact">The pact file.</param>
    /// <param name="interaction">Which interaction.</param>
    /// <param name="provider">The provider's address.</param>
    /// <param name="states">Where to ask for provider states.</param>
    /// <param name="token">The token to send instead of the one in the pact; null sends that one.</param>
    public static Task<Verification> OfAsync(FileInfo pact, PactInteraction interaction, Uri provider, Uri states, string? token = null) =>
        interaction.IsRedirect
            ? RedirectVerification.OfAsync(interaction, provider, states, token)
            : Task.Run(() => ByCore(pact, interaction, provider, states, token));

    private static Verification ByCore(FileInfo pact, PactInteraction interaction, Uri provider, Uri states, string? token)
    {
        var lines = new Lines();
        using var verifier = new PactVerifier(PactFiles.Provider, new PactVerifierConfig { LogLevel = PactLogLevel.Error, Outputters = [lines] });
        var source = verifier.WithHttpEndpoint(provider)
            .WithFileSource(pact)
            .WithProviderStateUrl(states)
            .WithFilter($"^{interaction.Description}$");
        if (token is not null)
        {
            source.WithCustomHeader("Authorization", $"Bearer {token}");
        }

        try
        {
            source.Verify();
        }
        catch (PactFailureException)
        {
            return new Verification(false, lines.ToString());
        }

        // A filter that matches nothing passes, and says nothing of the interaction.
        return new Verification(lines.ToString().Contains(interaction.Description, StringComparison.Ordinal), lines.ToString());
    }

    private sealed class Lines : IOutput
    {
        private readonly List<string> _lines = [];

        public void WriteLine(string line) => _lines.Add(line);

        public override string ToString() => string.Join(Environment.NewLine, _lines);
    }
}
