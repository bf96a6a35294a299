using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Amity.Tests.Faults;

/// <summary>The exceptions of tasks that nobody looked at, in the whole process.</summary>
internal static class UnobservedTaskExceptions
{
    private static readonly ConcurrentQueue<Exception> Seen = new();

    /// <summary>Collects from now on.</summary>
    [ModuleInitializer]
    internal static void Watch() => TaskScheduler.UnobservedTaskException += (_, unobserved) => Seen.Enqueue(unobserved.Exception.GetBaseException());

    public static IReadOnlyList<Exception> Collect()
    {
        // They are told when their tasks are finalised; the second round takes what finalisers let go.
        for (var round = 0; round < 2; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return [.. Seen];
    }
}
