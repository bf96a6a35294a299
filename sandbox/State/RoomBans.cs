using Amity.Sandbox.Wire;

namespace Amity.Sandbox.State;

/// <summary>The bans of one room. Each has a number of its own, so that a page goes on where the last one stopped whatever happens in between.</summary>
internal sealed class RoomBans
{
    private readonly Dictionary<string, ViewerBan> _byUser = new(StringComparer.Ordinal);
    private readonly SortedSet<ViewerBan> _inOrder = new(
        Comparer<ViewerBan>.Create((left, right) => left.Sequence.CompareTo(right.Sequence)));

    private long _lastSequence;

    public int Count => _byUser.Count;

    public IEnumerable<ViewerBan> OldestFirst => _inOrder;

    /// <summary>Bans a user; somebody banned already keeps the first ban.</summary>
    public void Ban(User user, User bannedBy, DateTimeOffset at)
    {
        if (_byUser.ContainsKey(user.UserId))
        {
            return;
        }

        var ban = new ViewerBan(
            ++_lastSequence,
            user.UserInternalId,
            user.UserId,
            bannedBy.UserInternalId,
            bannedBy.UserId,
            at);
        _byUser.Add(user.UserId, ban);
        _inOrder.Add(ban);
    }

    public void Unban(string userId)
    {
        if (_byUser.Remove(userId, out var ban))
        {
            _inOrder.Remove(ban);
        }
    }

    public bool IsBanned(string userId) => _byUser.ContainsKey(userId);

    /// <summary>The bans made before the numbered one, newest first, found without an enumeration over the others.</summary>
    public IEnumerable<ViewerBan> NewestFirstBefore(long sequence) =>
        _inOrder.GetViewBetween(Probe(0), Probe(sequence - 1)).Reverse();

    private static ViewerBan Probe(long sequence) => new(sequence, "", "", "", "", default);
}
