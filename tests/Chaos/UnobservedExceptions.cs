using System.Collections.Concurrent;

namespace Amity.Tests.Chaos;

/// <summary>Collects exceptions that nobody awaited.</summary>
internal sealed class UnobservedExceptions : IDisposable
{
    private readonly ConcurrentQueue<Exception> _found = new();

    internal UnobservedExceptions() => TaskScheduler.UnobservedTaskException += Note;

    public void Dispose() => TaskScheduler.UnobservedTaskException -= Note;

    /// <summary>Whatever was found since the last time.</summary>
    internal IReadOnlyList<Exception> Take()
    {
        // A task reports its exception only when it is finalized.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var taken = new List<Exception>();
        while (_found.TryDequeue(out var exception))
        {
            taken.Add(exception);
        }

        return taken;
    }

    private void Note(object? sender, UnobservedTaskExceptionEventArgs e) => _found.Enqueue(e.Exception);
}
