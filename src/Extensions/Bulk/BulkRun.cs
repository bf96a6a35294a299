namespace Amity;

/// <summary>One run over many ids: cuts them into calls, and halves a call that is refused because of some of its ids.</summary>
internal sealed class BulkRun
{
    private readonly BulkItem[] _items;
    private readonly Func<IReadOnlyList<string>, CancellationToken, Task> _send;
    private volatile Exception? _error;

    internal BulkRun(IReadOnlyList<string> userIds, Func<IReadOnlyList<string>, CancellationToken, Task> send)
    {
        _items = [.. userIds.Distinct(StringComparer.Ordinal).Select(id => new BulkItem(id))];
        _send = send;
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

        var result = new BulkResult(_items, _error);
        return IsCancellation(_error, cancellationToken) ? throw new BulkCanceledException(result, cancellationToken) : result;
    }

    private async Task WorkAsync(Queue<ArraySegment<BulkItem>> calls, CancellationToken cancellationToken)
    {
        while (Next(calls) is { } call)
        {
            if (await SettleAsync(call, cancellationToken).ConfigureAwait(false) is { } error)
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

    /// <summary>Settles every item of one call; gives the error that forbids to go on, or null.</summary>
    private async Task<Exception?> SettleAsync(ArraySegment<BulkItem> call, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return new CanceledBeforeSendException(cancellationToken);
        }

        if (_error is { } cutOff)
        {
            return cutOff;
        }

        try
        {
            await _send([.. call.Select(item => item.UserId)], cancellationToken).ConfigureAwait(false);
            Mark(call, BulkOutcome.Done);
            return null;
        }
        catch (AmityApiException refusal) when (IsAboutIds(refusal))
        {
            if (refusal.MayHaveSucceeded)
            {
                // Whatever becomes of the halves: an attempt whose answer was lost may have been acted on before the service refused.
                Mark(call, BulkOutcome.Unknown, refusal);
            }

            if (call.Count == 1)
            {
                if (call.Array![call.Offset].Outcome != BulkOutcome.Unknown)
                {
                    Mark(call, BulkOutcome.Refused, refusal);
                }

                return null;
            }

            var half = call.Count / 2;
            return await SettleAsync(new ArraySegment<BulkItem>(call.Array!, call.Offset, half), cancellationToken).ConfigureAwait(false)
                ?? await SettleAsync(new ArraySegment<BulkItem>(call.Array!, call.Offset + half, call.Count - half), cancellationToken).ConfigureAwait(false);
        }
        catch (ThrownByCallerException caller)
        {
            if (!caller.SurelyNotDone)
            {
                Mark(call, BulkOutcome.Unknown, caller.Thrown);
            }

            return caller.Thrown;
        }
        catch (Exception exception) when (exception is CanceledBeforeSendException or AmityException { MayHaveSucceeded: false })
        {
            return exception;
        }
#pragma warning disable CA1031 // Whatever ended the run, what it had done by then is handed over with it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Mark(call, BulkOutcome.Unknown, exception);
            return exception;
        }
    }

    // A provider's own client can time out with a cancellation that is nobody's.
    private static bool IsCancellation(Exception? error, CancellationToken cancellationToken) =>
        error is OperationCanceledException && cancellationToken.IsCancellationRequested;

    private static bool IsAboutIds(AmityApiException refusal) =>
        refusal.StatusCode == 400 || refusal.Category == AmityErrorCategory.UsersRefused;

    private static void Mark(ArraySegment<BulkItem> call, BulkOutcome outcome, Exception? error = null)
    {
        foreach (var item in call)
        {
            item.Outcome = outcome;
            item.Error = error;
        }
    }
}
