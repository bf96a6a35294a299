using System.Diagnostics;

namespace Amity.Core.Telemetry;

/// <summary>The span of a run over several calls, an enumeration or a bulk run, from its start to its end; the calls are its children.</summary>
internal sealed class RunTelemetry : IDisposable
{
    private readonly Activity? _span;

    /// <param name="name">The name of the span.</param>
    /// <param name="operation">The operation that is run.</param>
    internal RunTelemetry(string name, string operation)
    {
        var caller = Activity.Current;
        _span = AmityInstruments.Source.StartActivity(name)?.SetTag(AmityTelemetry.Operation, operation);

        // The caller's own work between two steps is not the run's.
        Activity.Current = caller;
    }

    /// <summary>
    /// Makes the calls that an asynchronous method makes from now on children of the run; ends with that method, as every change of the
    /// execution context does.
    /// </summary>
    internal void Enter() => Activity.Current = _span ?? Activity.Current;

    internal void Fail(Exception error) => AmityInstruments.Fail(_span, error);

    internal void Tag(string name, object? value) => _span?.SetTag(name, value);

    public void Dispose()
    {
        var caller = Activity.Current;
        _span?.Dispose();
        Activity.Current = caller;
    }
}
