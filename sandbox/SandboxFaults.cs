using Amity.Sandbox.Contract;
using Amity.Sandbox.Documents;
using Amity.Sandbox.Faults;
using Amity.Sandbox.Operations;

namespace Amity.Sandbox;

/// <summary>
/// Lets responses and connections go wrong on purpose. At most one fault strikes a request: a rejected token first, then
/// <see cref="Next"/>, <see cref="Always"/> and <see cref="Random"/>. Requests outside the contract's operations meet none.
/// </summary>
public sealed partial class SandboxFaults
{
    private readonly ServiceContract _contract;
    private readonly Credentials _credentials;
    private readonly SandboxState _state;

    internal SandboxFaults(ServiceContract contract, Credentials credentials, SandboxState state)
    {
        _contract = contract;
        _credentials = credentials;
        _state = state;
    }

    internal FaultPlan Plan { get; } = new();

    /// <summary>Lets a fault strike the next requests, one by default, of an operation or of any; calls add up and strike in their order.</summary>
    /// <exception cref="ArgumentException">The contract has no such operation.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such fault, or the count is not positive.</exception>
    public void Next(SandboxFault fault, string? operationId = null, int count = 1)
    {
        Check(fault, operationId);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        Plan.AddNext(fault, operationId, count);
    }

    /// <summary>Lets a fault strike every request of an operation, or of any that has no fault of its own; replaces the one set before.</summary>
    /// <exception cref="ArgumentException">The contract has no such operation.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such fault.</exception>
    public void Always(SandboxFault fault, string? operationId = null)
    {
        Check(fault, operationId);
        Plan.SetAlways(fault, operationId);
    }

    /// <summary>
    /// Lets faults strike at random: each request meets one with the probability given, each kind as often as any other;
    /// without kinds, every kind there is. Replaces the sequence set before.
    /// </summary>
    /// <remarks>
    /// The seed fixes a sequence of decisions, and the nth request to an operation of the contract takes the nth decision,
    /// whatever else strikes it. The same requests in the same order therefore meet the same faults. Under concurrency the
    /// decisions are the same too, but which caller's request comes nth is not.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not between 0 and 1, or there is no such fault.</exception>
    public void Random(int seed, double rate, params IReadOnlyList<SandboxFault> kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        if (!(rate is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "A rate is between 0 and 1.");
        }

        foreach (var kind in kinds)
        {
            Check(kind, operationId: null);
        }

        Plan.SetRandom(new RandomFaults(seed, rate, kinds.Count == 0 ? Enum.GetValues<SandboxFault>() : [.. kinds]));
    }

    /// <summary>
    /// Rejects tokens, all that exist now unless some are named, with <see cref="SandboxFault.UnauthorizedUntilRefreshed"/>
    /// on every request, until <see cref="AmitySandbox.AddToken"/> makes them anew. Tokens made later are taken.
    /// </summary>
    public void ExpireTokens(params IReadOnlyList<string> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        Plan.Expire(tokens.Count == 0 ? _state.Run(() => _credentials.Tokens) : tokens);
    }

    /// <summary>Lets no further fault strike and takes rejected tokens again; what was noted stays.</summary>
    public void Stop() => Plan.Clear();

    /// <summary>Lets no further fault strike, takes rejected tokens again and forgets what was noted; the settings stay.</summary>
    public void Clear()
    {
        Plan.Clear();
        Log.Clear();
    }

    private void Check(SandboxFault fault, string? operationId)
    {
        FaultEffects.Of(fault);
        if (operationId is not null && _contract.Find(operationId) is null)
        {
            throw new ArgumentException($"The contract has no operation {operationId}.", nameof(operationId));
        }
    }
}
