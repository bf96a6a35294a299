using Amity.DriftCheck.Contract;

namespace Amity.DriftCheck.Observing;

/// <summary>The addresses of the operations, below the service's.</summary>
internal static class OperationPaths
{
    public const string Rooms = "/api/v1/rooms";

    private const int LongestId = 50;

    /// <summary>Whether a text can be an id in a path, where dots alone would lead elsewhere.</summary>
    public static bool CanHold(string id) => id is not ("" or "." or "..") && CodePoints.Count(id) <= LongestId;

    public static string Room(string roomId) => $"{Rooms}/{Uri.EscapeDataString(roomId)}";

    public static string Token(string roomId) => $"{Room(roomId)}/token";

    public static string Stop(string roomId) => $"{Room(roomId)}/stop";

    public static string Bans(string roomId) => $"{Room(roomId)}/viewer-bans";

    public static string Recording(string roomId, string playbackId, string what) =>
        $"{Room(roomId)}/recorded/{Uri.EscapeDataString(playbackId)}/{what}";

    /// <summary>Rooms by page: the brackets belong to the name, so they stay as they are.</summary>
    public static string RoomPage(int limit, string? token = null) =>
        $"{Rooms}?options[limit]={limit}{(token is null ? "" : $"&options[token]={Uri.EscapeDataString(token)}")}";

    public static string BanPage(string roomId, int limit, string? token = null) =>
        $"{Bans(roomId)}?limit={limit}{(token is null ? "" : $"&token={Uri.EscapeDataString(token)}")}";
}
