namespace Amity.Tests.Contract.AnyProvider;

/// <summary>What a provider made of one interaction: it passed, it failed, or the provider has nothing that could show it.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Text">The differences, why it was not shown, or what of the example was not there when it passed.</param>
internal sealed record InteractionOutcome(OutcomeKind Kind, string Text)
{
    /// <summary>The count of each kind, why what was not shown was not, and what passed only in part.</summary>
    public static string Summary(IReadOnlyDictionary<string, InteractionOutcome> outcomes)
    {
        var counts = $"{Count(OutcomeKind.Passed)} passed, {Count(OutcomeKind.Failed)} failed, {Count(OutcomeKind.NotShown)} not shown";
        var remarks = outcomes
            .Where(outcome => outcome.Value.Kind != OutcomeKind.Failed && outcome.Value.Text.Length > 0)
            .Select(outcome => $"  {outcome.Key}: {outcome.Value.Text}");
        return string.Join(Environment.NewLine, [$"{outcomes.Count} reading interactions: {counts}", .. remarks]);

        int Count(OutcomeKind kind) => outcomes.Values.Count(outcome => outcome.Kind == kind);
    }
}

internal enum OutcomeKind
{
    Passed,
    Failed,
    NotShown,
}
