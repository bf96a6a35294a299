using Amity.Sandbox.Faults;

namespace Amity.Sandbox;

// What struck so far.
public sealed partial class SandboxFaults
{
    /// <summary>How many faults of each kind struck; kinds that did not are left out.</summary>
    public IReadOnlyDictionary<SandboxFault, long> Injected => Log.Counts;

    /// <summary>Every fault that struck; noted before the client can see its effect, latency before the handler when it is over.</summary>
    public IReadOnlyList<InjectedFault> Ledger => Log.Ledger;

    internal FaultLog Log { get; } = new();

    internal RequestsUnderWay UnderWay { get; } = new();

    /// <summary>
    /// Completes as soon as no request to an operation is under way, so that state and ledger stand still once all callers
    /// are done. A stalled body is under way until its client goes.
    /// </summary>
    public Task WhenSettledAsync(CancellationToken cancellationToken = default) => UnderWay.WhenNoneAsync(cancellationToken);
}
