namespace Amity.Sandbox.Faults;

/// <summary>What a fault does to a request.</summary>
/// <param name="RunsHandler">Whether the sandbox handles the request.</param>
/// <param name="Apply">What the client gets instead of the true response.</param>
internal sealed record FaultEffect(bool RunsHandler, Func<FaultedExchange, Task> Apply)
{
    /// <summary>What happens before the request is handled, if anything.</summary>
    public Func<FaultedExchange, Task>? Before { get; init; }
}
