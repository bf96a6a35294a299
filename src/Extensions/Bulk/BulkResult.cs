namespace Amity;

/// <summary>What became of every id of a bulk call.</summary>
public sealed class BulkResult
{
    internal BulkResult(IReadOnlyList<BulkItem> items, Exception? error)
    {
        Items = items;
        Error = error;
        Remaining = [.. items.Where(item => item.Outcome is BulkOutcome.NotSent or BulkOutcome.Unknown).Select(item => item.UserId)];
    }

    /// <summary>Every id once, in the order of the input.</summary>
    public IReadOnlyList<BulkItem> Items { get; }

    /// <summary>The ids that ended as NotSent or Unknown, to be passed to the same call again; empty when the service responded for every id.</summary>
    public IReadOnlyList<string> Remaining { get; }

    /// <summary>What cut the run off before its end; null when it came to its end, where single ids can still be Unknown.</summary>
    public Exception? Error { get; }

    /// <summary>The ids that ended in a given way, in the order of the input.</summary>
    /// <param name="outcome">The outcome.</param>
    public IEnumerable<BulkItem> WithOutcome(BulkOutcome outcome) => Items.Where(item => item.Outcome == outcome);
}
