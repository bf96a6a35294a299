using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Amity.Core.Http;
using Amity.Core.Telemetry;

namespace Amity.Core.Bulk;

/// <summary>
/// One run over many ids: several batches under way at once, each split when it is rejected because of some of its ids, and handed over in
/// the order of the input. It holds no more ids than those under way, so that its memory does not grow with their number.
/// </summary>
#pragma warning disable CA1001 // The semaphore's wait handle is never made, so there is nothing to dispose.
internal sealed class BulkRun(AmityTransport transport, string name, Func<IReadOnlyList<string>, AmityCall> callOf, IProgress<BulkItem>? progress)
#pragma warning restore CA1001
{
    /// <summary>How many batches there may be for each call under way: so many go on while an older one is late.</summary>
    private const int BatchesPerCall = 2;

    private readonly object _gate = new();
    private readonly Queue<TaskCompletionSource<bool>> _turns = new();
    private readonly SemaphoreSlim _probe = new(1, 1);
    private readonly Queue<Task<BulkBatch>> _batches = new();
    private readonly int[] _counts = new int[4];
    private int _underWay;
    private CancellationToken _cancellationToken;
    private volatile Exception? _cutOff;
    private volatile bool _isAbandoned;
    private volatile bool _isAnyAccepted;

    /// <summary>What cut the run off before its end; null when nothing did.</summary>
    internal Exception? CutOff => _cutOff;

    internal bool IsCanceled => IsCancellation(_cutOff);

    /// <summary>
    /// Hands over the outcome of each id. A run that is cut off starts no more calls, waits for those under way, as their outcome counts,
    /// and hands over the ids that are left as not sent: those of a sequence, and of an input that is still to come those that had come.
    /// </summary>
    internal async IAsyncEnumerable<BulkItem> EnumerateAsync(BulkIds ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        using var telemetry = new RunTelemetry(name, name);
        using var input = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ids.Open(input.Token);
        Task<BulkBatch?>? reading = ids.NextAsync();
        try
        {
            while (true)
            {
                if (_cutOff is not null && ids.IsStillToCome)
                {
                    input.Cancel();
                }

                reading = await StartAsync(ids, reading, telemetry).ConfigureAwait(false);
                if (_batches.Count == 0 && reading is null)
                {
                    break;
                }

                if (_batches.Count == 0 || (reading is not null && HasRoom && !_batches.Peek().IsCompleted))
                {
                    await Task.WhenAny(_batches.Select(batch => (Task)batch).Take(1).Append(reading!)).ConfigureAwait(false);
                    continue;
                }

                var batch = await _batches.Dequeue().ConfigureAwait(false);
                reading = await StartAsync(ids, reading, telemetry).ConfigureAwait(false);
                foreach (var item in batch.Items)
                {
                    yield return item;
                }
            }
        }
        finally
        {
            _isAbandoned = true;
            input.Cancel();
            await EndAsync(ids, reading).ConfigureAwait(false);
            Ended(telemetry);
        }
    }

    /// <summary>Throws what cut the run off.</summary>
    internal void ThrowIfCutOff()
    {
        if (IsCanceled)
        {
            throw new OperationCanceledException(_cutOff!.Message, _cutOff, _cancellationToken);
        }

        if (_cutOff is { } cutOff)
        {
            ExceptionDispatchInfo.Capture(cutOff).Throw();
        }
    }

    private bool HasRoom => _batches.Count < (long)transport.Options.BulkConcurrency * BatchesPerCall;

    /// <summary>Starts the batches that are read, as many as there is room for; gives the reading of the next one, null at the input's end.</summary>
    private async ValueTask<Task<BulkBatch?>?> StartAsync(BulkIds ids, Task<BulkBatch?>? reading, RunTelemetry telemetry)
    {
        while (reading is { IsCompleted: true } && HasRoom)
        {
            if (await reading.ConfigureAwait(false) is not { } batch)
            {
                CutOffBy(ids.Failure);
                return null;
            }

            _batches.Enqueue(RunAsync(batch, telemetry));
            reading = ids.NextAsync();
        }

        return reading;
    }

    /// <summary>Waits for what is under way: when the enumeration was abandoned, only the progress learns of it.</summary>
    private async Task EndAsync(BulkIds ids, Task<BulkBatch?>? reading)
    {
        if (reading is not null && await reading.ConfigureAwait(false) is { } unsent)
        {
            Report(unsent);
        }

        while (_batches.Count > 0)
        {
            await _batches.Dequeue().ConfigureAwait(false);
        }

        await ids.DisposeAsync().ConfigureAwait(false);
    }

    private void Ended(RunTelemetry telemetry)
    {
        var done = _counts[(int)BulkOutcome.Done];
        var remaining = _counts[(int)BulkOutcome.NotSent] + _counts[(int)BulkOutcome.Unknown];
        if (_cutOff is { } cutOff)
        {
            telemetry.Fail(cutOff);
        }

        telemetry.Tag(AmityTelemetry.BulkSize, _counts.Sum());
        telemetry.Tag(AmityTelemetry.BulkDone, done);
        AmityLog.BulkEnded(AmityLog.Of(transport.Options), name, _counts.Sum(), done, _counts[(int)BulkOutcome.Rejected], remaining);
    }

    private async Task<BulkBatch> RunAsync(BulkBatch batch, RunTelemetry telemetry)
    {
        telemetry.Enter();
        await TurnAsync().ConfigureAwait(false);
        CutOffBy(await SettleAsync(batch, batch.Sendable).ConfigureAwait(false));
        Report(batch);
        PassTurn();
        return batch;
    }

    /// <summary>Waits until fewer batches are under way than there may be; the next one starts where one ends.</summary>
    private Task TurnAsync()
    {
        lock (_gate)
        {
            if (_underWay < transport.Options.BulkConcurrency)
            {
                _underWay++;
                return Task.CompletedTask;
            }

            var turn = new TaskCompletionSource<bool>();
            _turns.Enqueue(turn);
            return turn.Task;
        }
    }

    private void PassTurn()
    {
        TaskCompletionSource<bool>? next = null;
        lock (_gate)
        {
            if (_turns.Count > 0)
            {
                next = _turns.Dequeue();
            }
            else
            {
                _underWay--;
            }
        }

        next?.SetResult(true);
    }

    private void CutOffBy(Exception? error)
    {
        lock (_gate)
        {
            // A cancelled run says so, even where another call had failed before.
            _cutOff = IsCancellation(error) ? error : _cutOff ?? error;
        }
    }

    private void Report(BulkBatch batch)
    {
        lock (_counts)
        {
            foreach (var item in batch.Items)
            {
                _counts[(int)item.Outcome]++;
                try
                {
                    progress?.Report(item);
                }
#pragma warning disable CA1031 // The caller's own code must not cost the outcomes of the others.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    CutOffBy(exception);
                }
            }
        }
    }

    /// <summary>Settles some items of a batch; gives the error that ends the run, or null.</summary>
    private async Task<Exception?> SettleAsync(BulkBatch batch, ArraySegment<int> places)
    {
        if (places.Count == 0 || _isAbandoned)
        {
            return null;
        }

        if (_cancellationToken.IsCancellationRequested)
        {
            return new OperationCanceledException(_cancellationToken);
        }

        if ((_cutOff ?? batch.Error) is { } end)
        {
            return end;
        }

        AmityCall? call = null;
        try
        {
            call = callOf(batch.IdsOf(places));
            await call.SendOverAsync(transport, _cancellationToken).ConfigureAwait(false);
            batch.Accepted();
            _isAnyAccepted = true;
            batch.Mark(places, BulkOutcome.Done);
            return null;
        }
        catch (AmityApiException rejection) when (call is not null && call.IsOwn(rejection) && IsAboutIds(rejection))
        {
            batch.Rejected(rejection);
            if (rejection.MayHaveSucceeded)
            {
                // Whatever becomes of the halves: an attempt whose response was lost may have been acted on before the service rejected it.
                batch.Mark(places, BulkOutcome.Unknown, rejection);
            }

            if (places.Count > 1)
            {
                return batch.IsFirst
                    ? await ProbeAsync(batch, places).ConfigureAwait(false)
                    : await SplitAsync(batch, places).ConfigureAwait(false);
            }

            batch.MarkRejected(places, rejection);
            return null;
        }
#pragma warning disable CA1031 // Whatever ended the run, what it had done by then is handed over with it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (call is { SurelyNotDone: false })
            {
                batch.Mark(places, BulkOutcome.Unknown, exception);
            }

            return exception;
        }
    }

    /// <summary>Splits a batch; one at a time until any id of the run is accepted, as the others would only repeat what that one shows.</summary>
    private async Task<Exception?> ProbeAsync(BulkBatch batch, ArraySegment<int> places)
    {
        if (!_isAnyAccepted)
        {
            await _probe.WaitAsync(CancellationToken.None).ConfigureAwait(false);
            try
            {
                if (!_isAnyAccepted)
                {
                    return await SplitAsync(batch, places).ConfigureAwait(false);
                }
            }
            finally
            {
                _probe.Release();
            }
        }

        return await SplitAsync(batch, places).ConfigureAwait(false);
    }

    private async Task<Exception?> SplitAsync(BulkBatch batch, ArraySegment<int> places)
    {
        var half = places.Count / 2;
        var first = new ArraySegment<int>(places.Array!, places.Offset, half);
        var second = new ArraySegment<int>(places.Array!, places.Offset + half, places.Count - half);
        return await SettleAsync(batch, first).ConfigureAwait(false) ?? await SettleAsync(batch, second).ConfigureAwait(false);
    }

    // A provider's own client can time out with a cancellation that is nobody's.
    private bool IsCancellation(Exception? error) => error is OperationCanceledException && _cancellationToken.IsCancellationRequested;

    private static bool IsAboutIds(AmityApiException rejection) =>
        rejection.StatusCode == 400 || rejection.Category == AmityErrorCategory.UsersRejected;
}
