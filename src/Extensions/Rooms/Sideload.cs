namespace Amity;

/// <summary>The people, files and child rooms that came with a response, found by the ids that its rooms and bans name.</summary>
internal sealed class Sideload
{
    private readonly IReadOnlyList<Room> _children;
    private readonly Lazy<ILookup<string?, AmityFile>> _files;
    private readonly Lazy<Dictionary<string, User>> _users;

    private Sideload(IReadOnlyList<Room> children, IReadOnlyList<User> users, IReadOnlyList<AmityFile> files)
    {
        _children = children;
        _files = new(() => files.Where(file => file is not null).ToLookup(file => file.FileId));
        _users = new(() => IndexById(users));
    }

    /// <summary>Lets the rooms of a response see what came with them.</summary>
    internal static Sideload Attach(IReadOnlyList<Room> rooms, IReadOnlyList<Room> children, IReadOnlyList<User> users, IReadOnlyList<AmityFile> files)
    {
        var sideload = new Sideload(children, users, files);
        foreach (var room in rooms.Concat(children))
        {
            room?.Attach(sideload);
        }

        return sideload;
    }

    /// <summary>The user who carries the first id, else the second, in any of a user's id fields.</summary>
    internal User? FindUser(string? id, string? otherId) =>
        (id is not null && _users.Value.TryGetValue(id, out var user)) || (otherId is not null && _users.Value.TryGetValue(otherId, out user)) ? user : null;

    internal AmityFile? FindFile(string? id) => id is null ? null : _files.Value[id].FirstOrDefault();

    private static bool IsParent(Room room, Room child) => room.RoomId is not null && child.ParentRoomId == room.RoomId;

    internal IReadOnlyList<Room> ChildrenOf(Room room)
    {
        var ids = new HashSet<string?>(room.ChildRoomIds);
        return [.. _children.Where(child => child is not null && (IsParent(room, child) || ids.Contains(child.RoomId)))];
    }

    private static Dictionary<string, User> IndexById(IReadOnlyList<User> users)
    {
        var index = new Dictionary<string, User>(StringComparer.Ordinal);
        foreach (var user in users.Where(user => user is not null))
        {
            foreach (var id in new[] { user.UserId, user.UserPublicId, user.UserInternalId, user.InternalId })
            {
                if (id is not null && !index.ContainsKey(id))
                {
                    index.Add(id, user);
                }
            }
        }

        return index;
    }
}
