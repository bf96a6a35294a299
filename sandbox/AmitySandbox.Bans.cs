using Amity.Sandbox.State;

namespace Amity.Sandbox;

// Banned viewers, and nonces that were used.
public sealed partial class AmitySandbox
{
    /// <summary>Bans viewers, who need not exist before, in the order given; somebody banned already keeps the first ban.</summary>
    public void AddViewerBans(string roomId, IEnumerable<string> userIds, string bannedBy = AdminUserId, DateTimeOffset? bannedAt = null)
    {
        ArgumentNullException.ThrowIfNull(userIds);
        IdArgument.Check(bannedBy);
        string[] viewers = [.. userIds];
        foreach (var viewer in viewers)
        {
            IdArgument.Check(viewer, nameof(userIds));
        }

        lock (_state.Gate)
        {
            var bans = _state.BansOf(Require(roomId).RoomId);
            var moderator = _state.Users.GetOrAdd(bannedBy);
            var at = bannedAt ?? _state.Now;
            foreach (var viewer in viewers)
            {
                bans.Ban(_state.Users.GetOrAdd(viewer), moderator, at);
            }
        }
    }

    /// <summary>The user ids of everybody banned from a room, oldest ban first.</summary>
    public IReadOnlyList<string> BannedViewers(string roomId)
    {
        lock (_state.Gate)
        {
            return [.. _state.BansOf(Require(roomId).RoomId).OldestFirst.Select(ban => ban.UserPublicId)];
        }
    }

    /// <summary>Marks a nonce as used, so that a watch-time report that carries it is rejected.</summary>
    public void AddUsedNonce(string nonce)
    {
        IdArgument.Check(nonce);
        lock (_state.Gate)
        {
            _state.UsedNonces.Add(nonce);
        }
    }
}
