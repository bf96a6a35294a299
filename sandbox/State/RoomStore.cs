using Amity.Sandbox.Wire;

namespace Amity.Sandbox.State;

/// <summary>All rooms, deleted ones included, by id and in the order of creation.</summary>
internal sealed class RoomStore
{
    private readonly Dictionary<string, Room> _rooms = new(StringComparer.Ordinal);
    private readonly SortedSet<RoomPosition> _order = [];

    public Room? Find(string roomId) => _rooms.GetValueOrDefault(roomId);

    public Room Add(Room room)
    {
        _rooms.Add(room.RoomId, room);
        _order.Add(PositionOf(room));
        if (room.ParentRoomId is not null && Find(room.ParentRoomId) is { } parent)
        {
            Replace(parent with { ChildRoomIds = [.. parent.ChildRoomIds, room.RoomId] });
        }

        return room;
    }

    /// <summary>Takes a deleted room from its parent; it stays in the list.</summary>
    public void Detach(Room room)
    {
        if (room.ParentRoomId is not null && Find(room.ParentRoomId) is { } parent)
        {
            Replace(parent with { ChildRoomIds = [.. parent.ChildRoomIds.Where(childId => childId != room.RoomId)] });
        }
    }

    public Room Replace(Room room) => _rooms[room.RoomId] = room;

    /// <summary>The rooms after a place, which need not be taken, in one direction; from the end of it when null.</summary>
    public IEnumerable<Room> After(RoomPosition? start, bool ascending)
    {
        var rest = (start, ascending) switch
        {
            (null, _) => _order,
            (_, true) => _order.GetViewBetween(start, RoomPosition.Last),
            (_, false) => _order.GetViewBetween(RoomPosition.First, start),
        };
        return (ascending ? rest : rest.Reverse())
            .Where(position => position != start)
            .Select(position => _rooms[position.RoomId]);
    }

    public void Clear()
    {
        _rooms.Clear();
        _order.Clear();
    }

    public static RoomPosition PositionOf(Room room) => new(room.CreatedAt, room.RoomId);
}
