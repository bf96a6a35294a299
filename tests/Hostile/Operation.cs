namespace Amity.Tests.Hostile;

/// <summary>One operation of each kind: what it changes, and whether it may be sent twice.</summary>
internal sealed record Operation(string Name, bool IsWrite, bool IsSafe, Func<IRoomsClient, CancellationToken, Task> Call)
{
    internal static readonly Operation Read = new("read", IsWrite: false, IsSafe: true, (rooms, cancel) => rooms.GetRoomAsync("r", cancel));

    internal static readonly Operation SafeWrite = new(
        "safe write", IsWrite: true, IsSafe: true, (rooms, cancel) => rooms.BanViewersAsync("r", new ViewerIdsRequest { UserIds = ["ann"] }, cancel));

    internal static readonly Operation UnlessSentWrite = new(
        "unless-sent write", IsWrite: true, IsSafe: false, (rooms, cancel) => rooms.CreateRoomAsync(new CreateRoomRequest { Title = "t", Type = RoomType.DirectStreaming }, cancel));

    internal static readonly Operation Location = new(
        "recording location", IsWrite: false, IsSafe: true, (rooms, cancel) => rooms.GetRecordingLocationAsync("r", "p", cancel));

    internal static IReadOnlyList<Operation> All { get; } = [Read, SafeWrite, UnlessSentWrite, Location];

    public override string ToString() => Name;
}
