namespace Amity.Tests.Chaos;

/// <summary>What was reported to a caller about one change.</summary>
internal enum ReportedOutcome
{
    /// <summary>It is made.</summary>
    Done,

    /// <summary>It is not made: a failure without MayHaveSucceeded, or NotSent.</summary>
    NotDone,

    /// <summary>The service will not make it.</summary>
    Rejected,

    /// <summary>It may be made: MayHaveSucceeded, Unknown, or a cancellation that says nothing.</summary>
    Perhaps,
}
