namespace Amity.Sandbox.Wire;

/// <summary>The objects of an envelope, each named once.</summary>
internal sealed record Sideload(
    IReadOnlyList<Room> Rooms,
    IReadOnlyList<Room> Children,
    IReadOnlyList<User> Users,
    IReadOnlyList<StoredFile> Files);
