using System.Diagnostics;

namespace Amity;

/// <summary>The span of one enumeration over pages, from its first page to its end; the calls that fetch the pages are its children.</summary>
internal sealed class EnumerationTelemetry<T> : IDisposable
{
    private readonly Func<string?, CancellationToken, Task<Page<T>>> _fetch;
    private readonly Activity? _span;
    private int _pages;

    internal EnumerationTelemetry(string operation, Func<string?, CancellationToken, Task<Page<T>>> fetch)
    {
        _fetch = fetch;
        Operation = operation;
        var caller = Activity.Current;
        _span = AmityInstruments.Source.StartActivity($"{operation} pages")?.SetTag(AmityTelemetry.Operation, operation);

        // The caller's own work between two pages is not the enumeration's.
        Activity.Current = caller;
    }

    /// <summary>The operation that the pages come from.</summary>
    internal string Operation { get; }

    internal async Task<Page<T>> FetchAsync(string? token, CancellationToken cancellationToken)
    {
        // Ends with this method, as every change of the execution context in an asynchronous method does.
        Activity.Current = _span ?? Activity.Current;
        var page = await _fetch(token, cancellationToken).ConfigureAwait(false);
        Interlocked.Increment(ref _pages);
        return page;
    }

    /// <summary>Waits for what the caller asks for; only that fails the enumeration, not a page ahead that the caller no longer wants.</summary>
    internal async Task<TStep> HandOverAsync<TStep>(Task<TStep> step)
    {
        try
        {
            return await step.ConfigureAwait(false);
        }
        catch (Exception error)
        {
            AmityInstruments.Fail(_span, error);
            throw;
        }
    }

    public void Dispose()
    {
        var caller = Activity.Current;
        _span?.SetTag(AmityTelemetry.Pages, _pages).Dispose();
        Activity.Current = caller;
    }
}
