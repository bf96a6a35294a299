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
