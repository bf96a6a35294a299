using Amity.Sandbox.Wire;

namespace Amity.Sandbox.State;

/// <summary>Which rooms a list shows, and in which order.</summary>
internal sealed record RoomFilter(IReadOnlyList<string> Statuses, string? Type, string? SortBy, bool? IsDeleted)
{
    /// <summary>The service states no default order; newest first is the sandbox's choice.</summary>
    public bool OldestFirst => SortBy == "firstCreated";

    /// <summary>The filter as text, so that a page token can be bound to it.</summary>
    public string Key => $"{string.Join('+', Statuses.Order().Distinct())}|{Type}|{OldestFirst}|{IsDeleted}";

    public bool Matches(Room room) =>
        (Statuses.Count == 0 || Statuses.Contains(room.Status))
        && (Type is null || Type == room.Type)
        && (IsDeleted is null || IsDeleted == room.IsDeleted);
}
