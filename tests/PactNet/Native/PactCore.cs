using System.Runtime.CompilerServices;
using PactNet.Exceptions;

namespace PactNet.Native;

internal static class PactCore
{
    private static readonly Lock Gate = new();
    private static bool _initialised;

    /// <summary>The core takes one log level per process, so the first one asked for stays.</summary>
    internal static void Initialise(PactLogLevel level)
    {
        lock (Gate)
        {
            if (_initialised)
            {
                return;
            }

            // The core reports usage to an analytics host unless this is set before it first runs.
            NativeEnvironment.Set("PACT_DO_NOT_TRACK", "true");

            // The core counts from off to trace, the enumeration from trace to none.
            _ = PactFfi.LogToBuffer(PactLogLevel.None - level);
            _initialised = true;
        }
    }

    internal static void Require(bool accepted, [CallerArgumentExpression(nameof(accepted))] string? call = null)
    {
        if (!accepted)
        {
            throw new PactFailureException($"The Pact core rejected {call}.");
        }
    }
}
