namespace Amity.Sandbox.Faults;

/// <summary>How a fault is played.</summary>
/// <param name="RunsHandler">Whether the sandbox handles the request.</param>
/// <param name="Play">What the client gets instead of the true response.</param>
internal sealed record FaultRecipe(bool RunsHandler, Func<FaultScene, Task> Play)
{
    /// <summary>What happens before the request is handled, if anything.</summary>
    public Func<FaultScene, Task>? First { get; init; }
}
