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
    public static async Task<Verification> OfAsync(FileInfo pact, PactInteraction interaction, Uri provider, Uri states, string? token = null)
    {
        // The core prints what it reads and follows each redirect that it can, so it gets the responses masked.
        var mask = new ResponseMask(interaction);
        ProviderResponse? response = null;
        await using var relay = await ProviderRelay.StartAsync(provider, token, received => mask.Apply(response = received));
        var (passed, output) = await Task.Run(() => ByCore(pact, interaction, relay.Address, states));

        // A filter that matches nothing passes too, with no request sent.
        return response is null
            ? new Verification(false, output)
            : new Verification(passed && response.Problem is null, Describe(response, output));
    }

    private static (bool Passed, string Output) ByCore(FileInfo pact, PactInteraction interaction, Uri provider, Uri states)
    {
        var lines = new Lines();
        var config = new PactVerifierConfig { LogLevel = PactLogLevel.Error, Outputters = [lines] };
        using var verifier = new PactVerifier(PactFiles.Provider, config);
        var source = verifier.WithHttpEndpoint(provider)
            .WithFileSource(pact)
            .WithProviderStateUrl(states)
            .WithFilter($"^{interaction.Description}$")
            .WithRequestTimeout(2 * ProviderClient.Timeout);
        try
        {
            source.Verify();
            return (true, lines.ToString());
        }
        catch (PactFailureException)
        {
            return (false, lines.ToString());
        }
    }

    private static string Describe(ProviderResponse response, string output) =>
        response.Problem ?? string.Join(Environment.NewLine, [$"responded {response.Status}", .. Differences(output)]);

    // The core lists them last, between a line that repeats which interaction they are of and a count.
    private static IEnumerable<string> Differences(string output) => output.Split('\n')
        .SkipWhile(line => !line.StartsWith("1) ", StringComparison.Ordinal))
        .Skip(1)
        .TakeWhile(line => !line.StartsWith("There ", StringComparison.Ordinal))
        .Where(line => line.Length > 0);

    private sealed class Lines : IOutput
    {
        private readonly List<string> _lines = [];

        public void WriteLine(string line) => _lines.Add(line);

        public override string ToString() => string.Join(Environment.NewLine, _lines);
    }
}
