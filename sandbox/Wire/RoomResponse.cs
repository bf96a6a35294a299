namespace Amity.Sandbox.Wire;

/// <summary>The envelope of every response about rooms.</summary>
internal class RoomResponse(Sideload sideload)
{
    public IReadOnlyList<Room> Rooms { get; } = sideload.Rooms;

    /// <summary>The child rooms, in the vendor's spelling.</summary>
    public IReadOnlyList<Room> RoomChildrens { get; } = sideload.Children;

    public IReadOnlyList<User> Users { get; } = sideload.Users;

    public IReadOnlyList<StoredFile> Files { get; } = sideload.Files;
}

/// <summary>One page of rooms.</summary>
internal sealed class RoomPageResponse(Sideload sideload, Paging paging) : RoomResponse(sideload)
{
    public Paging Paging { get; } = paging;
}

/// <summary>The objects of an envelope, each named once.</summary>
internal sealed record Sideload(
    IReadOnlyList<Room> Rooms,
    IReadOnlyList<Room> Children,
    IReadOnlyList<User> Users,
    IReadOnlyList<StoredFile> Files);
