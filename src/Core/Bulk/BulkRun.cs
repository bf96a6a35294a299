using System.Runtime.ExceptionServices;
using Amity.Core.Cancellation;
using Amity.Core.Http;
using Amity.Core.Telemetry;

namespace Amity.Core.Bulk;

/// <summary>
/// One run over many ids: several batches under way at once, each split when it is rejected because of some of its ids, and handed over in
/// the order of the input. It holds no more ids than those under way, so that its memory does not grow with their number.
/// </summary>
#pragma warning disable CA1001 // The semaphore's wait handle is never made, and the source ends with the enumeration.
internal sealed partial class BulkRun(
    AmityTransport transport,
    string name,
    Func<IReadOnlyList<string>, AmityCall> callOf,
    IProgress<BulkItem>? progress,
    CancellationToken cancellationToken)
#pragma warning restore CA1001
{
    /// <summary>How many batches there may be for each call under way: so many go on while an older one is late.</summary>
    private const int BatchesPerCall = 2;

    private readonly object _gate = new();
    private readonly Queue<TaskCompletionSource<bool>> _turns = new();
    private readonly Queue<Task<BulkBatch>> _batches = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly long[] _counts = new long[4];
    private Task _reported = Task.CompletedTask;
    private int _underWay;
    private volatile Exception? _cutOff;

    /// <summary>What cut the run off before its end; null when nothing did.</summary>
    internal Exception? CutOff => _cutOff;

    internal bool IsCanceled => IsCancellation(_cutOff);

    private bool HasRoom => _batches.Count < (long)transport.Options.BulkConcurrency * BatchesPerCall;

    private bool IsOldestDone => _batches.Count > 0 && _batches.Peek().IsCompleted;

    /// <summary>
    /// Hands over the outcome of each id. A run that is cut off sends no more requests, waits for those under way, as their outcome counts,
    /// and hands over the ids that are left as not sent: those of a sequence, and of an asynchronous input those that had come.
    /// </summary>
    internal async IAsyncEnumerable<BulkItem> EnumerateAsync(BulkIds ids)
    {
        using var telemetry = new RunTelemetry(name, name);
        using var input = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<BulkBatch?>? reading = ids.NextAsync(input.Token);
        try
        {
            while (true)
            {
                reading = await StartAsync(ids, reading, telemetry, input).ConfigureAwait(false);
                if (_batches.Count == 0 && reading is null)
                {
                    break;
                }

                if (_batches.Count == 0 || (reading is not null && HasRoom && !IsOldestDone))
                {
                    await Task.WhenAny(_batches.Select(batch => (Task)batch).Take(1).Append(reading!)).ConfigureAwait(false);
                    continue;
                }

                var oldest = await _batches.Dequeue().ConfigureAwait(false);
                reading = await StartAsync(ids, reading, telemetry, input).ConfigureAwait(false);
                foreach (var item in oldest.Items)
                {
                    yield return item;
                }
            }
        }
        finally
        {
            CallersCode.Cancel(_stop);
            if (reading is not null)
            {
                CallersCode.Cancel(input);
            }

            await EndAsync(ids, reading).ConfigureAwait(false);
            Record(telemetry);
            _stop.Dispose();
        }
    }

    /// <summary>Throws what cut the run off.</summary>
    /// <param name="cancelled">The token of the caller's that did, if any.</param>
    internal void ThrowIfCutOff(CancellationToken cancelled)
    {
        if (IsCanceled)
        {
            throw new OperationCanceledException(_cutOff!.Message, _cutOff, cancelled);
        }

        if (_cutOff is { } cutOff)
        {
            ExceptionDispatchInfo.Capture(cutOff).Throw();
        }
    }

    /// <summary>
    /// Starts the batches that are read, as many as there is room for and as long as none waits to be handed over; gives the reading of the
    /// next one, null at the input's end.
    /// </summary>
    private async ValueTask<Task<BulkBatch?>?> StartAsync(
        BulkIds ids, Task<BulkBatch?>? reading, RunTelemetry telemetry, CancellationTokenSource input)
    {
        while (true)
        {
            if (_cutOff is not null && ids.IsAsynchronous)
            {
                CallersCode.Cancel(input);
            }

            if (reading is not { IsCompleted: true } || !HasRoom || IsOldestDone)
            {
                return reading;
            }

            if (await reading.ConfigureAwait(false) is not { } batch)
            {
                CutOffBy(ids.Failure);
                return null;
            }

            _batches.Enqueue(RunAsync(batch, telemetry));
            reading = ids.NextAsync(input.Token);
        }
    }

    /// <summary>Waits for what is under way: when the enumeration was abandoned, only the progress learns of it.</summary>
    private async Task EndAsync(BulkIds ids, Task<BulkBatch?>? reading)
    {
        if (reading is not null && await reading.ConfigureAwait(false) is { } unsent)
        {
            await ReportAsync(unsent).ConfigureAwait(false);
        }

        while (_batches.Count > 0)
        {
            await _batches.Dequeue().ConfigureAwait(false);
        }

        await ids.CloseAsync().ConfigureAwait(false);
        CutOffBy(ids.Failure is OperationCanceledException ? null : ids.Failure);
    }

    private void Record(RunTelemetry telemetry)
    {
        var (done, rejected) = (_counts[(int)BulkOutcome.Done], _counts[(int)BulkOutcome.Rejected]);
        var remaining = _counts[(int)BulkOutcome.NotSent] + _counts[(int)BulkOutcome.Unknown];
        if (_cutOff is { } cutOff)
        {
            telemetry.Fail(cutOff);
        }

        telemetry.Tag(AmityTelemetry.BulkSize, done + rejected + remaining);
        telemetry.Tag(AmityTelemetry.BulkDone, done);
        try
        {
            AmityLog.BulkEnded(AmityLog.Of(transport.Options), name, done + rejected + remaining, done, rejected, remaining);
        }
#pragma warning disable CA1031 // A log of the application's that throws must not cost the outcomes.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            CutOffBy(exception);
        }
    }

    private async Task<BulkBatch> RunAsync(BulkBatch batch, RunTelemetry telemetry)
    {
        telemetry.Enter();
        await TurnAsync().ConfigureAwait(false);
        CutOffBy(await SettleAsync(batch, batch.Sendable, new Rejections()).ConfigureAwait(false));
        await ReportAsync(batch).ConfigureAwait(false);
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

            // Not one inside of the other: a thousand batches that end at once would be too deep for a stack.
            var turn = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            _turns.Enqueue(turn);
            return turn.Task;
        }
    }

    private void PassTurn()
    {
        lock (_gate)
        {
            if (_turns.Count > 0)
            {
                _turns.Dequeue().SetResult(true);
            }
            else
            {
                _underWay--;
            }
        }
    }

    private void CutOffBy(Exception? error)
    {
        if (error is null)
        {
            return;
        }

        lock (_gate)
        {
            // A cancelled run says so, even where another call had failed before.
            _cutOff = IsCancellation(error) ? error : _cutOff ?? error;
        }

        CallersCode.Cancel(_stop);
    }

    /// <summary>Counts a batch and shows it to the caller's code: one batch after the other, and under no lock.</summary>
    private async Task ReportAsync(BulkBatch batch)
    {
        TaskCompletionSource<bool> reported;
        Task earlier;
        lock (_gate)
        {
            foreach (var item in batch.Items)
            {
                _counts[(int)item.Outcome]++;
            }

            if (progress is null)
            {
                return;
            }

            reported = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            (earlier, _reported) = (_reported, reported.Task);
        }

        await earlier.ConfigureAwait(false);
        foreach (var item in batch.Items)
        {
            try
            {
                progress.Report(item);
            }
#pragma warning disable CA1031 // The caller's own code must not cost the outcomes of the others.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                CutOffBy(exception);
            }
        }

        reported.SetResult(true);
    }

    // A provider's own client can time out with a cancellation that is nobody's.
    private bool IsCancellation(Exception? error) => error is OperationCanceledException && cancellationToken.IsCancellationRequested;
}
