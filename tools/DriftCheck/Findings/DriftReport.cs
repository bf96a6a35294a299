using Amity.DriftCheck.Writing;

namespace Amity.DriftCheck.Findings;

/// <summary>The outcome of a check.</summary>
/// <param name="Exchanges">How many responses were compared.</param>
/// <param name="Findings">What differs from the contract.</param>
/// <param name="Notes">What is worth knowing and no difference.</param>
/// <param name="NeverSeen">Fields of objects that were seen, which none of them had; absence proves nothing.</param>
/// <param name="NotShown">Operations that gave no successful response.</param>
/// <param name="OpenQuestions">What came of the open questions.</param>
internal sealed record DriftReport(
    int Exchanges,
    IReadOnlyList<CountedFinding> Findings,
    IReadOnlyList<Note> Notes,
    IReadOnlyList<string> NeverSeen,
    IReadOnlyList<string> NotShown,
    IReadOnlyList<SettledQuestion> OpenQuestions);
