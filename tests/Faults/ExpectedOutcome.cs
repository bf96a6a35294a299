namespace Amity.Tests.Faults;

/// <summary>What a response that was read says.</summary>
internal enum Content
{
    /// <summary>What the sandbox knows.</summary>
    Truth,

    /// <summary>Nothing: a list without entries, or secrets that are not there.</summary>
    Nothing,

    /// <summary>The address of another host.</summary>
    Elsewhere,

    /// <summary>That the change is made, and nothing more: a rejection of the second attempt said so.</summary>
    Confirmation,
}

/// <summary>How a call ends.</summary>
/// <param name="Attempts">How often it is sent.</param>
/// <param name="Failure">What the caller sees; null when it succeeds.</param>
/// <param name="MayHaveSucceeded">Whether the failure says that the change may have been made.</param>
/// <param name="Content">What the response says; of no meaning when the call fails.</param>
internal sealed record ExpectedOutcome(int Attempts, Failure? Failure, bool MayHaveSucceeded, Content Content)
{
    public static ExpectedOutcome Of(MatrixOperation operation, SandboxFault fault, FaultFrequency frequency)
    {
        var row = FaultTable.Of(fault, operation.Kind.Form);
        if (row.Seen is null)
        {
            return Read(1, FaultTable.ContentOf(fault, operation.Kind.Form));
        }

        var unknown = operation.Kind.RepeatEffect != RepeatEffect.Read && !row.SaysNotDone;
        if (row.Again == Again.Never || (row.Again == Again.WhereHarmless && operation.Kind.RepeatEffect == RepeatEffect.Counted))
        {
            return Fail(1, row.Seen, unknown);
        }

        if (operation.RejectionOfSecondRun is not null && MeetsItsOwnChange(fault, frequency))
        {
            return Read(2, Content.Confirmation);
        }

        return frequency == FaultFrequency.Once ? Read(2, Content.Truth) : Fail(1 + SandboxFixture.Retries, row.Seen, unknown);
    }

    // The first attempt made the change, and the response to the second one is readable, or at least its status.
    private static bool MeetsItsOwnChange(SandboxFault fault, FaultFrequency frequency) =>
        fault.RunsHandler() && fault != SandboxFault.LatencyBeforeHandler
        && (frequency == FaultFrequency.Once || FaultTable.SpoilsTheBody(fault) || fault == SandboxFault.NullArrays);

    private static ExpectedOutcome Read(int attempts, Content content) => new(attempts, null, false, content);

    private static ExpectedOutcome Fail(int attempts, Failure failure, bool maybe) => new(attempts, failure, maybe, Content.Truth);
}
