using Amity.Sandbox.Pipeline;
using Amity.Sandbox.State;
using Amity.Sandbox.Wire;

namespace Amity.Sandbox.Endpoints;

/// <summary>Gathers what a response refers to: child rooms, people and files, each once.</summary>
internal sealed class SideloadBuilder(SandboxState state, Caller caller)
{
    private readonly List<Room> _rooms = [];
    private readonly List<Room> _children = [];
    private readonly OrderedDictionary<string, User> _users = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, StoredFile> _files = new(StringComparer.Ordinal);

    public SideloadBuilder Add(Room room)
    {
        _rooms.Add(Refer(room));
        foreach (var childId in room.ChildRoomIds)
        {
            if (state.Rooms.Find(childId) is { } child)
            {
                _children.Add(Refer(child));
            }
        }

        return this;
    }

    public SideloadBuilder Add(ViewerBan ban)
    {
        AddUser(ban.UserPublicId);
        AddUser(ban.BanByPublicId);
        return this;
    }

    public Sideload Build() => new(_rooms, _children, [.. _users.Values], [.. _files.Values]);

    private Room Refer(Room room)
    {
        AddUser(room.CreatedBy);
        foreach (var participant in room.Participants)
        {
            AddUser(participant.UserId);
        }

        if (room.ThumbnailFileId is not null)
        {
            _files.TryAdd(room.ThumbnailFileId, state.Files[room.ThumbnailFileId]);
        }

        return room.AsSeenBy(caller, state);
    }

    private void AddUser(string userId) => _users.TryAdd(userId, state.Users.GetOrAdd(userId));
}
