using Amity.Core.Arguments;

namespace Amity;

/// <summary>Options of an operation over any number of ids.</summary>
public sealed class BulkOptions
{
    // About 100 bytes an id: what is larger would hold what streaming is to save.
    private const int LargestWindow = 10_000_000;

    /// <summary>
    /// Gets the outcome of each id once that of its batch is known, in whatever order; once for every id that was taken from the input, also
    /// when the run is cancelled or its enumeration abandoned. Null for nobody, as by default.
    /// </summary>
    /// <remarks>Called for one id after the other, on whichever thread the run is. What it throws ends the run.</remarks>
    public IProgress<BulkItem>? Progress { get; set; }

    /// <summary>
    /// Within how many different ids a duplicate is recognised by a streaming run, 0 to 10,000,000; 10,000 by default. One beyond it is
    /// sent, and handed over, once more. A run that collects its result recognises every duplicate.
    /// </summary>
    public int DuplicateWindow { get; set; } = 10_000;

    internal void Validate(string argument) => Guard.Range(DuplicateWindow, 0, LargestWindow, $"{argument}.{nameof(DuplicateWindow)}");
}
