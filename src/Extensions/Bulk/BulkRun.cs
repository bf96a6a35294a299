using System.Runtime.CompilerServices;

namespace Amity;

/// <summary>One run over many ids: cuts them into batches, and splits a batch that is rejected because of some of its ids.</summary>
#pragma warning disable CA1001 // The semaphore's wait handle is never made, so there is nothing to dispose.
internal sealed class BulkRun
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _probe = new(1, 1);
    private readonly BulkItem[] _items;
    private readonly Send _send;
    private volatile Exception? _error;
    private volatile bool _isAnyAccepted;

    /// <param name="ids">The ids; duplicates are sent once.</param>
    /// <param name="send">Sends one call.</param>
    internal BulkRun(IReadOnlyList<string> ids, Send send)
    {
        _items = [.. ids.Distinct(StringComparer.Ordinal).Select(id => new BulkItem(id, BulkOutcome.NotSent))];
        _send = send;
    }

    /// <summary>Sends one call, and shows it when it is over.</summary>
    internal delegate Task Send(IReadOnlyList<string> ids, Action<AmityCall> observer, CancellationToken cancellationToken);

    /// <summary>Runs an operation over any number of ids.</summary>
    /// <param name="transport">Sends the calls.</param>
    /// <param name="ids">The ids.</param>
    /// <param name="callLimit">How many ids a call takes.</param>
    /// <param name="send">Sends one call over a transport.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <param name="helper">The method that runs it.</param>
    internal static Task<BulkResult> RunAsync(
        AmityTransport transport,
        IReadOnlyList<string> ids,
        int callLimit,
        Func<AmityTransport, IReadOnlyList<string>, CancellationToken, Task> send,
        CancellationToken cancellationToken,
        [CallerMemberName] string helper = "")
    {
        var run = new BulkRun(ids, (batch, observer, cancellation) => send(transport.Observed(observer), batch, cancellation));
        return BulkTelemetry.ObserveAsync(
            helper, transport.Options, () => run.RunAsync(callLimit, transport.Options.BulkConcurrency, cancellationToken));
    }

    internal async Task<BulkResult> RunAsync(int callLimit, int concurrency, CancellationToken cancellationToken)
    {
        var calls = new Queue<ArraySegment<BulkItem>>();
        for (var start = 0; start < _items.Length; start += callLimit)
        {
            calls.Enqueue(new ArraySegment<BulkItem>(_items, start, Math.Min(callLimit, _items.Length - start)));
        }

        // A run that is cut off starts nothing more, and waits for what is under way: its outcome counts.
        await Task.WhenAll(Enumerable.Range(0, Math.Min(concurrency, calls.Count)).Select(_ => WorkAsync(calls, cancellationToken))).ConfigureAwait(false);

        var result = new BulkResult(_items) { Error = _error };
        return IsCancellation(_error, cancellationToken) ? throw new BulkCanceledException(result, cancellationToken) : result;
    }

    private async Task WorkAsync(Queue<ArraySegment<BulkItem>> calls, CancellationToken cancellationToken)
    {
        while (Next(calls) is { } call)
        {
            if (await SettleAsync(new BulkBatch(), call, cancellationToken).ConfigureAwait(false) is { } error)
            {
                lock (calls)
                {
                    // A cancelled run says so, even where another call had failed before.
                    _error = IsCancellation(error, cancellationToken) ? error : _error ?? error;
                }
            }
        }
    }

    private ArraySegment<BulkItem>? Next(Queue<ArraySegment<BulkItem>> calls)
    {
        lock (calls)
        {
            return _error is null && calls.Count > 0 ? calls.Dequeue() : default(ArraySegment<BulkItem>?);
        }
    }

    /// <summary>Settles some items of a batch; gives the error that ends the run, or null.</summary>
    private async Task<Exception?> SettleAsync(BulkBatch batch, ArraySegment<BulkItem> items, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return new OperationCanceledException(cancellationToken);
        }

        if ((_error ?? batch.Error) is { } end)
        {
            return end;
        }

        AmityCall? call = null;
        try
        {
            await _send([.. items.Select(item => item.Id)], ended => call = ended, cancellationToken).ConfigureAwait(false);
            batch.Accepted();
            _isAnyAccepted = true;
            Mark(items, BulkOutcome.Done);
            return null;
        }
        catch (AmityApiException rejection) when (call is not null && call.IsOwn(rejection) && IsAboutIds(rejection))
        {
            batch.Rejected(rejection);
            if (rejection.MayHaveSucceeded)
            {
                // Whatever becomes of the halves: an attempt whose response was lost may have been acted on before the service rejected it.
                Mark(items, BulkOutcome.Unknown, rejection);
            }

            if (items.Count > 1)
            {
                return batch.IsFirst
                    ? await ProbeAsync(batch, items, cancellationToken).ConfigureAwait(false)
                    : await SplitAsync(batch, items, cancellationToken).ConfigureAwait(false);
            }

            if (items.Array![items.Offset].Outcome != BulkOutcome.Unknown)
            {
                Mark(items, BulkOutcome.Rejected, rejection);
            }

            return null;
        }
#pragma warning disable CA1031 // Whatever ended the run, what it had done by then is handed over with it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (call is { SurelyNotDone: false })
            {
                Mark(items, BulkOutcome.Unknown, exception);
            }

            return exception;
        }
    }

    /// <summary>Splits a batch; one at a time until any id of the run is accepted, as the others would only repeat what that one shows.</summary>
    private async Task<Exception?> ProbeAsync(BulkBatch batch, ArraySegment<BulkItem> items, CancellationToken cancellationToken)
    {
        if (!_isAnyAccepted)
        {
            // Not by the token: whoever holds it ends by it.
            await _probe.WaitAsync(CancellationToken.None).ConfigureAwait(false);
            try
            {
                if (!_isAnyAccepted)
                {
                    return await SplitAsync(batch, items, cancellationToken).ConfigureAwait(false);
                }
            }
            finally
            {
                _probe.Release();
            }
        }

        return await SplitAsync(batch, items, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Exception?> SplitAsync(BulkBatch batch, ArraySegment<BulkItem> items, CancellationToken cancellationToken)
    {
        var half = items.Count / 2;
        var first = new ArraySegment<BulkItem>(items.Array!, items.Offset, half);
        var second = new ArraySegment<BulkItem>(items.Array!, items.Offset + half, items.Count - half);
        return await SettleAsync(batch, first, cancellationToken).ConfigureAwait(false)
            ?? await SettleAsync(batch, second, cancellationToken).ConfigureAwait(false);
    }

    // A provider's own client can time out with a cancellation that is nobody's.
    private static bool IsCancellation(Exception? error, CancellationToken cancellationToken) =>
        error is OperationCanceledException && cancellationToken.IsCancellationRequested;

    private static bool IsAboutIds(AmityApiException rejection) =>
        rejection.StatusCode == 400 || rejection.Category == AmityErrorCategory.UsersRejected;

    private static void Mark(ArraySegment<BulkItem> call, BulkOutcome outcome, Exception? error = null)
    {
        for (var i = call.Offset; i < call.Offset + call.Count; i++)
        {
            call.Array![i] = new BulkItem(call.Array[i].Id, outcome) { Error = error };
        }
    }
}
