using System.Runtime.CompilerServices;
using Amity.Core.Arguments;
using Amity.Core.Http;

namespace Amity.Core.Bulk;

/// <summary>An operation that takes a list of ids, over any number of them.</summary>
/// <param name="transport">Sends the requests.</param>
/// <param name="name">What telemetry calls it, such as BulkBanViewers.</param>
/// <param name="limits">What the spec says of the ids.</param>
/// <param name="options">The caller's options, read at once; null for none.</param>
/// <param name="callOf">Makes the call for some of the ids.</param>
internal sealed class BulkOperation(
    AmityTransport transport, string name, BulkIdLimits limits, BulkOptions? options, Func<IReadOnlyList<string>, AmityCall> callOf)
{
    private readonly IProgress<BulkItem>? _progress = options?.Progress;
    private readonly int _window = (options ?? new BulkOptions()).DuplicateWindow;

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

    /// <summary>The same for an asynchronous input: an id that is outside of its limit is rejected without being sent.</summary>
    internal Task<BulkResult> CollectAsync(IAsyncEnumerable<string> ids, CancellationToken cancellationToken) =>
        CollectAsync(new BulkIds(ids ?? throw new ArgumentNullException(limits.Argument), limits, window: int.MaxValue), cancellationToken);

    /// <summary>Runs it while its outcomes are enumerated.</summary>
    internal IAsyncEnumerable<BulkItem> StreamAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        return ids is null ? throw new ArgumentNullException(limits.Argument) : StreamAsync(Open, cancellationToken);

        BulkIds Open() => new(ids, limits, _window);
    }

    /// <inheritdoc cref="StreamAsync(IEnumerable{string}, CancellationToken)" />
    internal IAsyncEnumerable<BulkItem> StreamAsync(IAsyncEnumerable<string> ids, CancellationToken cancellationToken)
    {
        return ids is null ? throw new ArgumentNullException(limits.Argument) : StreamAsync(Open, cancellationToken);

        BulkIds Open() => new(ids, limits, _window);
    }

    // Each enumeration runs again, from the beginning of the input.
    private async IAsyncEnumerable<BulkItem> StreamAsync(
        Func<BulkIds> open, CancellationToken ofCall, [EnumeratorCancellation] CancellationToken ofEnumeration = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ofCall, ofEnumeration);
        var run = NewRun(either.Token);
        await foreach (var item in run.EnumerateAsync(open()).ConfigureAwait(false))
        {
            yield return item;
        }

        // The caller knows its own token, not the one that both cancel.
        run.ThrowIfCutOff(ofEnumeration.IsCancellationRequested ? ofEnumeration : ofCall);
    }

    private async Task<BulkResult> CollectAsync(BulkIds ids, CancellationToken cancellationToken)
    {
        var run = NewRun(cancellationToken);
        var items = new List<BulkItem>();
        await foreach (var item in run.EnumerateAsync(ids).ConfigureAwait(false))
        {
            items.Add(item);
        }

        var result = new BulkResult(items) { Error = run.CutOff };
        return run.IsCanceled ? throw new BulkCanceledException(result, cancellationToken) : result;
    }

    private BulkRun NewRun(CancellationToken cancellationToken) => new(transport, name, callOf, _progress, cancellationToken);
}
