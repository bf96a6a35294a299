namespace Amity.Tests.Contract.Provider;

/// <summary>A run of the verifier with a new sandbox as the provider.</summary>
internal static class SandboxVerification
{
    /// <summary>Verifies the interactions of operations that keep state in the sandbox, and gives the verdicts by description.</summary>
    /// <param name="interactions">The interactions.</param>
    /// <param name="change">What becomes of the sandbox's responses on their way; null leaves them as they are.</param>
    public static async Task<IReadOnlyDictionary<string, InteractionVerdict>> RunAsync(
        IReadOnlyList<PactInteraction> interactions, Func<ProviderResponse, ProviderResponse>? change = null)
    {
        await using var started = await CheckedSandbox.StartAsync(options => options.EnforceRateLimit = true);
        await using var states = await StateServer.StartAsync(new SandboxStates(started.Sandbox).EstablishAsync);
        await using var altering = change is null ? null : await AlteringProvider.StartAsync(started.Sandbox.Address, change);
        using var provider = new ProviderClient(altering?.Address ?? started.Sandbox.Address);

        // What keeps no state responds with the very example that the pact is made of.
        var stateful = interactions.Where(interaction => started.Sandbox.StatefulOperations.Contains(interaction.OperationId)).ToList();
        var verdicts = await Verification.RunAsync(stateful, (_, context) => provider.SendAsync(context.Request), states.Address);
        stateful.Select(interaction => interaction.OperationId).Should().BeSubsetOf(started.Exchanges.Select(exchange => exchange.OperationId));
        return verdicts;
    }
}
