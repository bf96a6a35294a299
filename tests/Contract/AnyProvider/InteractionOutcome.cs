namespace Amity.Tests.Contract.AnyProvider;

/// <summary>What a provider made of one interaction: it passed, it failed, or its room cannot show it.</summary>
internal sealed record InteractionOutcome(OutcomeKind Kind, string Text)
{
    /// <summary>The count of each kind, and why what was not shown was not.</summary>
    public static string Summary(IReadOnlyDictionary<string, InteractionOutcome> outcomes)
    {
        var counts = $"{Count(OutcomeKind.Passed)} passed, {Count(OutcomeKind.Failed)} failed, {Count(OutcomeKind.NotShown)} not shown";
        var reasons = outcomes
            .Where(outcome => outcome.Value.Kind == OutcomeKind.NotShown)
            .Select(outcome => $"  {outcome.Key}: {outcome.Value.Text}");
        return string.Join(Environment.NewLine, [$"{outcomes.Count} reading interactions: {counts}", .. reasons]);

        int Count(OutcomeKind kind) => outcomes.Values.Count(outcome => outcome.Kind == kind);
    }
}

internal enum OutcomeKind
{
    Passed,
    Failed,
    NotShown,
}
