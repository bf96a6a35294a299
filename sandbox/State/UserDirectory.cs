using Amity.Sandbox.Wire;

namespace Amity.Sandbox.State;

/// <summary>The users by public id; whoever is named for the first time comes into being.</summary>
internal sealed class UserDirectory(SandboxState state)
{
    private readonly Dictionary<string, User> _users = new(StringComparer.Ordinal);

    public User GetOrAdd(string userId)
    {
        if (!_users.TryGetValue(userId, out var user))
        {
            var internalId = state.Ids.Next();
            var now = state.Now;
            _users[userId] = user = new User
            {
                UserId = userId,
                UserInternalId = internalId,
                Path = $"{state.NetworkId}/user/{internalId}",
                CreatedAt = now,
                UpdatedAt = now,
            };
        }

        return user;
    }

    public User Set(string userId, string? displayName, bool canBeBanned)
    {
        var user = GetOrAdd(userId) with
        {
            DisplayName = displayName,
            CanBeBanned = canBeBanned,
            UpdatedAt = state.Now,
        };
        return _users[userId] = user;
    }

    public void Clear() => _users.Clear();
}
