using System.Runtime.CompilerServices;
using Amity.Core.Arguments;
using Amity.Core.Http;

namespace Amity.Core.Bulk;

/// <summary>An operation that takes a list of ids, over any number of them.</summary>
/// <param name="transport">Sends the requests.</param>
/// <param name="name">What telemetry calls it, such as BulkBanViewers.</param>
/// <param name="limits">What the spec says of the ids.</param>
/// <param name="options">The caller's options; null for none.</param>
/// <param name="callOf">Makes the call for some of the ids.</param>
internal sealed class BulkOperation(
    AmityTransport transport, string name, BulkIdLimits limits, BulkOptions? options, Func<IReadOnlyList<string>, AmityCall> callOf)
{
    private readonly BulkOptions _options = options ?? new BulkOptions();

    /// <summary>Runs it, and collects the outcome of every id.</summary>
    /// <exception cref="ArgumentException">An id is outside of its limit; nothing was sent.</exception>
    /// <exception cref="BulkCanceledException">The run was cancelled.</exception>
    internal Task<BulkResult> CollectAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        // Taken at once: the caller may change their own while they are sent.
        string[] all = [.. ids ?? throw new ArgumentNullException(limits.Argument)];
        Guard.Ids(all, 0, int.MaxValue, limits.Longest, limits.Argument);
        return CollectAsync(new BulkIds(all, limits, window: int.MaxValue), cancellationToken);
    }

    /// <summary>The same for ids that are still to come: one that is outside of its limit is rejected without being sent.</summary>
    internal Task<BulkResult> CollectAsync(IAsyncEnumerable<string> ids, CancellationToken cancellationToken) =>
        CollectAsync(new BulkIds(ids ?? throw new ArgumentNullException(limits.Argument), limits, window: int.MaxValue), cancellationToken);

    /// <summary>Runs it while its outcomes are enumerated.</summary>
    internal IAsyncEnumerable<BulkItem> StreamAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        return ids is null ? throw new ArgumentNullException(limits.Argument) : StreamAsync(Open, cancellationToken);

        BulkIds Open() => new(ids, limits, _options.DuplicateWindow);
    }

    /// <inheritdoc cref="StreamAsync(IEnumerable{string}, CancellationToken)" />
    internal IAsyncEnumerable<BulkItem> StreamAsync(IAsyncEnumerable<string> ids, CancellationToken cancellationToken)
    {
        return ids is null ? throw new ArgumentNullException(limits.Argument) : StreamAsync(Open, cancellationToken);

        BulkIds Open() => new(ids, limits, _options.DuplicateWindow);
    }

    // Each enumeration runs again, from the beginning of the input.
    private async IAsyncEnumerable<BulkItem> StreamAsync(Func<BulkIds> open, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = NewRun();
        await foreach (var item in run.EnumerateAsync(open(), cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }

        run.ThrowIfCutOff();
    }

    private async Task<BulkResult> CollectAsync(BulkIds ids, CancellationToken cancellationToken)
    {
        var run = NewRun();
        var items = new List<BulkItem>();
        await foreach (var item in run.EnumerateAsync(ids, cancellationToken).ConfigureAwait(false))
        {
            items.Add(item);
        }

        var result = new BulkResult(items) { Error = run.CutOff };
        return run.IsCanceled ? throw new BulkCanceledException(result, cancellationToken) : result;
    }

    private BulkRun NewRun() => new(transport, name, callOf, _options.Progress);
}

/// <summary>What the spec says of the ids of a bulk operation.</summary>
/// <param name="PerCall">Most ids of one call.</param>
/// <param name="Longest">Most characters of an id.</param>
/// <param name="Argument">What the caller knows the ids by.</param>
internal sealed record BulkIdLimits(int PerCall, int Longest, string Argument);
