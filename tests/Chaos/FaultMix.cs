using Amity.Sandbox;

namespace Amity.Tests.Chaos;

/// <summary>Which faults strike how often: all kinds there are.</summary>
internal static class FaultMix
{
    internal const double Rate = 0.25;

    /// <summary>Every kind; those that pause a whole credential for seconds only once, or little else would happen.</summary>
    internal static IReadOnlyList<SandboxFault> Kinds { get; } =
        [.. Enum.GetValues<SandboxFault>().SelectMany(kind => Enumerable.Repeat(kind, PausesCredential(kind) ? 1 : 4))];

    private static bool PausesCredential(SandboxFault kind) =>
        kind is SandboxFault.TooManyRequests or SandboxFault.TooManyRequestsRetryAfterSeconds or SandboxFault.TooManyRequestsRetryAfterDate;
}
