namespace Amity.Core.Bulk;

/// <summary>
/// As many ids as one call takes, how each of them ended, and what the requests for them showed so far. When all of these are rejected
/// alike, the reason is hardly the ids: splitting down to each of them would only multiply the requests, so that it ends the run. As soon
/// as one id is accepted, it is the ids.
/// </summary>
internal sealed class BulkBatch
{
    private const int MostRequestsWithoutSuccess = 16;

    private readonly List<BulkItem> _items = [];
    private readonly List<int> _sendable = [];
    private AmityApiException? _rejection;
    private int _rejections;
    private bool _isAboutIds;

    /// <summary>Each id and how it ended so far, in the order of the input.</summary>
    internal IReadOnlyList<BulkItem> Items => _items;

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
            _sendable.Add(_items.Count);
        }

        _items.Add(new BulkItem(id, fault is null ? BulkOutcome.NotSent : BulkOutcome.Rejected) { Error = fault });
    }

    internal IReadOnlyList<string> IdsOf(ArraySegment<int> places) => [.. places.Select(place => _items[place].Id)];

    internal void Mark(ArraySegment<int> places, BulkOutcome outcome, Exception? error = null)
    {
        foreach (var place in places)
        {
            _items[place] = new BulkItem(_items[place].Id, outcome) { Error = error };
        }
    }

    /// <summary>Marks what was rejected on its own, unless an attempt whose response was lost may have been acted on before.</summary>
    internal void MarkRejected(ArraySegment<int> place, AmityApiException rejection)
    {
        if (_items[place.Array![place.Offset]].Outcome != BulkOutcome.Unknown)
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
}
