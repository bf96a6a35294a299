namespace Amity.Sandbox.Wire;

/// <summary>The states of a room.</summary>
internal static class RoomStatuses
{
    public const string Idle = "idle";
    public const string Live = "live";
    public const string WaitingReconnect = "waitingReconnect";
    public const string Ended = "ended";
    public const string Recorded = "recorded";

    public static bool IsOnAir(string status) => status is Live or WaitingReconnect;
}
