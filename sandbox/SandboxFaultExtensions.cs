using Amity.Sandbox.Faults;

namespace Amity.Sandbox;

/// <summary>What is known of a fault before it strikes.</summary>
public static class SandboxFaultExtensions
{
    /// <summary>
    /// Whether a request that meets this fault is still handled, so that it changes the state as if nothing were wrong; never after latency
    /// that its client did not wait for.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such fault.</exception>
    public static bool RunsHandler(this SandboxFault fault) => FaultEffects.Of(fault).RunsHandler;
}
