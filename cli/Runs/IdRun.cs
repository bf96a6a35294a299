using Amity.Cli.Input;

namespace Amity.Cli.Runs;

/// <summary>Sends many ids, several calls at once, and settles them in their order; holds no more of them than are under way.</summary>
internal sealed class IdRun(IdSpool ids, int idsPerCall, int concurrency, Func<IReadOnlyList<string>, Task<SingleCalls>> sendAsync)
{
    private readonly RunSummary _tally = new();
    private readonly Queue<Task<SingleCalls>> _underWay = new();
    private volatile Exception? _cutOff;

    /// <summary>Runs to the end, or until something forbids to go on; then waits for what is under way, since its outcome counts.</summary>
    /// <param name="settleAsync">Takes the outcomes of one call.</param>
    public async Task<RunSummary> RunAsync(Func<IReadOnlyList<IdOutcome>, Task> settleAsync)
    {
        foreach (var call in ids.Read().Chunk(idsPerCall))
        {
            if (_cutOff is null)
            {
                _underWay.Enqueue(SendAsync(call));
                await SettleAsync(concurrency - 1, settleAsync);
            }
            else
            {
                await SettleAsync(0, settleAsync);
                await SettleAsync([.. call.Select(id => new IdOutcome(id, BulkOutcome.NotSent, null))], settleAsync);
            }
        }

        await SettleAsync(0, settleAsync);
        _tally.CutOff = _cutOff;
        return _tally;
    }

    private async Task<SingleCalls> SendAsync(IReadOnlyList<string> call)
    {
        var sent = await sendAsync(call);
        // At once, not when its turn to be settled comes: until then others would be sent in vain.
        _cutOff ??= sent.CutOff;
        return sent;
    }

    /// <summary>Waits, oldest first, until no more than so many calls are under way.</summary>
    private async Task SettleAsync(int underWay, Func<IReadOnlyList<IdOutcome>, Task> settleAsync)
    {
        while (_underWay.Count > underWay)
        {
            await SettleAsync((await _underWay.Dequeue()).Outcomes, settleAsync);
        }
    }

    private Task SettleAsync(IReadOnlyList<IdOutcome> outcomes, Func<IReadOnlyList<IdOutcome>, Task> settleAsync)
    {
        foreach (var outcome in outcomes)
        {
            _tally.Add(outcome.Outcome);
        }

        return settleAsync(outcomes);
    }
}
