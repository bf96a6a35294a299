using System.Globalization;
using Amity.Sandbox.Wire;

namespace Amity.Sandbox.State;

/// <summary>Cuts the room list into pages that can be enumerated both ways.</summary>
internal sealed class RoomPager(RoomStore rooms, PageTokens tokens, RoomFilter filter)
{
    private const char Forward = '+';
    private const char Backward = '-';

    private string List => $"rooms {filter.Key}";

    public (IReadOnlyList<Room> Rooms, Paging Paging) Read(int size, string? token)
    {
        var (direction, start) = token is null ? (Forward, null) : Parse(tokens.Read(List, token));
        List<Room> page = [.. Beyond(start, direction).Take(size)];
        if (direction == Backward)
        {
            page.Reverse();
        }

        return page.Count == 0
            ? (page, new Paging())
            : (page, new Paging(TokenFrom(page[^1], Forward), TokenFrom(page[0], Backward)));
    }

    private IEnumerable<Room> Beyond(RoomPosition? start, char direction) =>
        rooms.After(start, filter.OldestFirst == (direction == Forward)).Where(filter.Matches);

    private string? TokenFrom(Room room, char direction)
    {
        var position = RoomStore.PositionOf(room);
        return Beyond(position, direction).Any()
            ? tokens.Issue(List, $"{direction}{position.CreatedAt.UtcTicks} {position.RoomId}")
            : null;
    }

    private static (char Direction, RoomPosition Start) Parse(string position)
    {
        var space = position.IndexOf(' ', StringComparison.Ordinal);
        var ticks = long.Parse(position.AsSpan(1, space - 1), CultureInfo.InvariantCulture);
        return (position[0], new RoomPosition(new DateTimeOffset(ticks, TimeSpan.Zero), position[(space + 1)..]));
    }
}
