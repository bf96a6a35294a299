namespace Amity.Tests.Contract.AnyProvider;

/// <summary>What a provider made of one interaction: it passed, it failed, or its room cannot show it.</summary>
internal sealed record Outcome(OutcomeKind Kind, string Text);

internal enum OutcomeKind
{
    Passed,
    Failed,
    NotShown,
}
