using Amity.Sandbox.Contract;
using Amity.Sandbox.Drift;

namespace Amity.Sandbox;

/// <summary>
/// Lets responses differ from the contract on purpose, lastingly and in any combination. The sandbox handles every request as
/// always; only what is sent changes. A fault that strikes the same request works on the changed response.
/// </summary>
public sealed class SandboxDrifts
{
    private readonly ServiceContract _contract;
    private readonly Lock _gate = new();
    private readonly HashSet<(SandboxDrift Kind, string? OperationId)> _active = [];

    internal SandboxDrifts(ServiceContract contract) => _contract = contract;

    /// <summary>Lets the responses of an operation, or of all, differ in this way from now on.</summary>
    /// <exception cref="ArgumentException">The contract has no such operation.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such drift.</exception>
    public void Add(SandboxDrift drift, string? operationId = null)
    {
        DriftEffects.Of(drift);
        if (operationId is not null && _contract.Find(operationId) is null)
        {
            throw new ArgumentException($"The contract has no operation {operationId}.", nameof(operationId));
        }

        lock (_gate)
        {
            _active.Add((drift, operationId));
        }
    }

    /// <summary>Responses by the contract again.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _active.Clear();
        }
    }

    /// <summary>What an operation's responses go through, each once, in the order of the enum.</summary>
    internal IReadOnlyList<SandboxDrift> For(string operationId)
    {
        lock (_gate)
        {
            return
            [
                .. _active.Where(drift => drift.OperationId is null || drift.OperationId == operationId)
                    .Select(drift => drift.Kind)
                    .Distinct()
                    .Order(),
            ];
        }
    }
}
