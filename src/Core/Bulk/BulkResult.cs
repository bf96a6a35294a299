namespace Amity;

/// <summary>What became of every id of a bulk call; System.Text.Json and Newtonsoft.Json write and read it.</summary>
public sealed class BulkResult
{
    /// <summary>Makes a result, as for a test.</summary>
    /// <param name="items">Every id once, in the order of the input.</param>
    public BulkResult(IReadOnlyList<BulkItem> items)
    {
        Items = items ?? throw new ArgumentNullException(nameof(items));
        Remaining = [.. items.Where(item => item.Outcome is BulkOutcome.NotSent or BulkOutcome.Unknown).Select(item => item.Id)];
    }

    /// <summary>Every id once, in the order of the input.</summary>
    public IReadOnlyList<BulkItem> Items { get; }

    /// <summary>The ids that ended as NotSent or Unknown, to be passed to the same call again; empty when the service responded for every id.</summary>
    public IReadOnlyList<string> Remaining { get; }

    /// <summary>
    /// What cut the run off before its end, in a form that serializers write and read; null when it came to its end, where single ids can
    /// still be Unknown.
    /// </summary>
    public AmityErrorReason? Reason
    {
        get => field ?? AmityErrorReason.Of(Error);
        init;
    }

    /// <summary>The exception that <see cref="Reason"/> sums up; null otherwise, and in a result that a serializer has read.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    [Newtonsoft.Json.JsonIgnore]
    public Exception? Error { get; init; }

    /// <summary>The ids that ended in a given way, in the order of the input.</summary>
    /// <param name="outcome">The outcome.</param>
    public IEnumerable<BulkItem> WithOutcome(BulkOutcome outcome) => Items.Where(item => item.Outcome == outcome);

    /// <summary>Returns this result when every id is done.</summary>
    /// <exception cref="BulkIncompleteException">An id was rejected or not sent, or its outcome is unknown; the exception holds this result.</exception>
    public BulkResult ThrowIfIncomplete() =>
        Items.All(item => item.Outcome == BulkOutcome.Done) ? this : throw new BulkIncompleteException(this);
}
