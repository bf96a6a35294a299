namespace Amity.Tests.Faults;

/// <summary>After which calls the client sends again.</summary>
internal enum Again
{
    /// <summary>None: the next response would be the same.</summary>
    Never,

    /// <summary>Those that do no harm the second time, as the first one may have been carried out.</summary>
    WhereHarmless,

    /// <summary>All: the response says that nothing was carried out.</summary>
    Always,
}

/// <summary>What is promised of a fault; <c>docs/reliability.md</c> says it in words.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Seen">How an attempt with it fails; null where the response is readable all the same.</param>
/// <param name="Again">What is sent again.</param>
/// <param name="SaysNotDone">Whether the response tells that nothing was changed.</param>
internal sealed record FaultRow(SandboxFault Fault, Failure? Seen, Again Again = Again.Never, bool SaysNotDone = false);
