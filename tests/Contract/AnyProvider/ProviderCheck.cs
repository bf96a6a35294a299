using System.Threading.RateLimiting;
using Amity.Tests.Contract.Provider;

namespace Amity.Tests.Contract.AnyProvider;

/// <summary>
/// Asks any provider, from one of its rooms on, all that the spec lets a real service be asked, each once; ids come from what it responds.
/// </summary>
internal sealed class ProviderCheck
{
    /// <summary>Why the provider cannot be verified: it gives no response at all; null when it gives some.</summary>
    public string? Problem { get; private init; }

    /// <summary>The outcome of each interaction, by description.</summary>
    public IReadOnlyDictionary<string, InteractionOutcome> Outcomes { get; private init; } = new Dictionary<string, InteractionOutcome>();

    /// <summary>Whether an interaction may be sent to a real service, and needs no state that it must be brought into.</summary>
    public static bool IsObserved(PactInteraction interaction) =>
        Spec.IsObserved(interaction.OperationId) && interaction.States.All(States.IsOrdinary);

    /// <summary>Sends the interactions among these that may be sent.</summary>
    /// <param name="provider">The provider's address.</param>
    /// <param name="token">The token to send.</param>
    /// <param name="roomId">The room to begin with.</param>
    /// <param name="interactions">The interactions, of all pacts.</param>
    /// <param name="rateLimit">How often the provider may be asked; null for as often as it goes.</param>
    public static async Task<ProviderCheck> RunAsync(
        Uri provider, string token, string roomId, IReadOnlyList<PactInteraction> interactions, RateLimiter? rateLimit = null)
    {
        using var client = new ProviderClient(provider);
        var ids = new ProviderIds(roomId);
        var sent = new List<PactInteraction>();
        var responses = new Dictionary<string, ProviderResponse>();
        var waiting = interactions.Where(IsObserved).ToList();
        while (waiting.Find(interaction => ids.Missing(interaction) is null) is { } next)
        {
            waiting.Remove(next);
            var applied = ids.Apply(next);

            using var permit = rateLimit is null ? null : await rateLimit.AcquireAsync();

            // An interaction without a known caller is about a token that nobody has, so it keeps the pact's.
            var response = await client.GetAsync(applied.Target, next.States.Contains(States.Admin) ? token : PactValues.UnknownToken);
            if (sent.Count == 0 && response.Problem is not null)
            {
                return new ProviderCheck { Problem = response.Problem };
            }

            sent.Add(applied);
            responses.Add(applied.Description, response);
            ids.Collect(next, response.Json);
        }

        // The verifier gets the responses that are there already, so that the provider gets each request once.
        var verdicts = await Verification.RunAsync(sent, (interaction, _) => Task.FromResult(responses[interaction.Description]));
        var outcomes = verdicts.ToDictionary(verdict => verdict.Key, verdict => OutcomeOf(verdict.Value));
        foreach (var interaction in waiting)
        {
            outcomes.Add(interaction.Description, new InteractionOutcome(OutcomeKind.NotShown, ids.Missing(interaction)!));
        }

        return new ProviderCheck { Outcomes = outcomes };
    }

    private static InteractionOutcome OutcomeOf(InteractionVerdict verdict) =>
        !verdict.Passed ? new InteractionOutcome(OutcomeKind.Failed, verdict.Report)
        : !verdict.IsShown ? new InteractionOutcome(OutcomeKind.NotShown, verdict.Absent)
        : new InteractionOutcome(OutcomeKind.Passed, verdict.Absent.Length > 0 ? $"passed; {verdict.Absent}" : "");
}
