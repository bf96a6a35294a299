namespace Amity.Tests.Hostile;

/// <summary>One operation of each kind: what it changes, and whether it may be sent twice.</summary>
internal sealed record OperationKind(string Name, bool IsWrite, bool IsSafe, Func<RoomsClient, CancellationToken, Task> Call)
{
    internal static readonly OperationKind Read = new("read", IsWrite: false, IsSafe: true, (rooms, cancel) => rooms.GetRoomAsync("r", cancel));

    internal static readonly OperationKind SafeWrite = new(
        "safe write", IsWrite: true, IsSafe: true, (rooms, cancel) => rooms.BanViewersAsync("r", new() { UserIds = ["ann"] }, cancel));

    internal static readonly OperationKind UnlessSentWrite = new(
        "unless-sent write",
        IsWrite: true,
        IsSafe: false,
        (rooms, cancel) => rooms.CreateRoomAsync(new() { Title = "t", Type = RoomType.DirectStreaming }, cancel));

    internal static readonly OperationKind Location = new(
        "recording location", IsWrite: false, IsSafe: true, (rooms, cancel) => rooms.GetRecordingLocationAsync("r", "p", cancel));

    internal static IReadOnlyList<OperationKind> All { get; } = [Read, SafeWrite, UnlessSentWrite, Location];

    /// <summary>What a report of watch time is about.</summary>
    internal static IReadOnlyList<RoomWatch> Watches { get; } =
        [new() { RoomId = "r", StartTime = DateTimeOffset.UnixEpoch, EndTime = DateTimeOffset.UnixEpoch.AddSeconds(9), WatchSeconds = 9 }];

    public override string ToString() => Name;
}
