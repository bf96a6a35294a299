namespace Amity.Core.Bulk;

/// <summary>
/// As many ids as one call takes, how each of them ended, and what the requests for them showed so far. When all of these are rejected
/// alike, the reason is hardly the ids: splitting down to each of them would only multiply the requests, so that it ends the run. As soon
/// as one id is accepted, it is the ids.
/// </summary>
internal sealed class BulkBatch
{
    private const int MostRequestsWithoutSuccess = 16;

    private readonly List<Entry> _entries = [];
    private readonly List<int> _sendable = [];
    private AmityApiException? _rejection;
    private int _rejections;
    private bool _isAboutIds;

    internal int Count => _entries.Count;

    /// <summary>Each id and how it ended, in the order of the input; asked for once the batch is settled.</summary>
    internal IReadOnlyList<BulkItem> Items => field ??= [.. _entries.Select(entry => entry.ToItem())];

    /// <summary>The places of the ids that can be sent.</summary>
    internal ArraySegment<int> Sendable => new([.. _sendable]);

    /// <summary>
    /// The rejection that all requests met, once there were enough of them; null before, and when the ids are the reason.
    /// </summary>
    internal AmityApiException? Error => !_isAboutIds && _rejections >= MostRequestsWithoutSuccess ? _rejection : null;

    /// <summary>Whether the rejection that was just met is that of the whole batch.</summary>
    internal bool IsFirst => _rejections == 1;

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

    internal void Accepted() => _isAboutIds = true;

    internal void Rejected(AmityApiException rejection)
    {
        _rejections++;
        _isAboutIds |= _rejection is { } earlier && !IsAlike(earlier, rejection);
        _rejection ??= rejection;
    }

    private static bool IsAlike(AmityApiException one, AmityApiException other) =>
        one.StatusCode == other.StatusCode && one.ErrorCode == other.ErrorCode && one.ServiceMessage == other.ServiceMessage;

    private readonly record struct Entry(string Id, BulkOutcome Outcome, Exception? Error)
    {
        // What is wrong with an id is in our own words; of any other exception the reason is what it may show.
        internal BulkItem ToItem() => Error is ArgumentException && Outcome == BulkOutcome.Rejected
            ? new BulkItem(Id, Outcome) { Error = Error, Reason = new AmityErrorReason(Error.Message) }
            : new BulkItem(Id, Outcome) { Error = Error };
    }
}
