namespace Amity.Core.Bulk;

/// <summary>As many ids as one call takes, and how each of them ended.</summary>
internal sealed class BulkBatch
{
    private readonly List<Entry> _entries = [];
    private readonly List<int> _sendable = [];

    internal int Count => _entries.Count;

    /// <summary>Each id and how it ended, in the order of the input; asked for once the batch is settled.</summary>
    internal IReadOnlyList<BulkItem> Items => field ??= [.. _entries.Select(entry => entry.ToItem())];

    /// <summary>The places of the ids that can be sent.</summary>
    internal ArraySegment<int> Sendable => new([.. _sendable]);

    /// <param name="id">An id.</param>
    /// <param name="fault">Why the service would reject it, so that it is not sent; null for one that is.</param>
    internal void Add(string id, ArgumentException? fault)
    {
        if (fault is null)
        {
            _sendable.Add(_entries.Count);
        }

        _entries.Add(new Entry(id, fault is null ? BulkOutcome.NotSent : BulkOutcome.Rejected, fault));
    }

    internal IReadOnlyList<string> IdsOf(ArraySegment<int> places) => [.. places.Select(place => _entries[place].Id)];

    internal void Mark(ArraySegment<int> places, BulkOutcome outcome, Exception? error = null)
    {
        foreach (var place in places)
        {
            _entries[place] = _entries[place] with { Outcome = outcome, Error = error };
        }
    }

    /// <summary>Marks what was rejected on its own, unless an attempt whose response was lost may have been acted on before.</summary>
    internal void MarkRejected(ArraySegment<int> place, AmityApiException rejection)
    {
        if (_entries[place.Array![place.Offset]].Outcome != BulkOutcome.Unknown)
        {
            Mark(place, BulkOutcome.Rejected, rejection);
        }
    }

    private readonly record struct Entry(string Id, BulkOutcome Outcome, Exception? Error)
    {
        // What is wrong with an id is in our own words; of any other exception the reason is what it may show.
        internal BulkItem ToItem() => Error is ArgumentException && Outcome == BulkOutcome.Rejected
            ? new BulkItem(Id, Outcome) { Error = Error, Reason = new AmityErrorReason(Error.Message) }
            : new BulkItem(Id, Outcome) { Error = Error };
    }
}
