using System.Security.Cryptography;

namespace Amity.Tests.Docs.Snippets;

/// <summary>The code of docs/watch-time.md; each region is one block.</summary>
internal static class WatchTimeSnippets
{
    public static async Task ReportAsync(
        AmityClient client, string pem, string roomId, string sessionId, DateTimeOffset start, CancellationToken cancellationToken)
    {
        #region Report
        using var key = RSA.Create();
        key.ImportFromPem(pem);

        var watched = new RoomWatch
        {
            RoomId = roomId,
            SessionId = "room_" + sessionId,
            StartTime = start,
            EndTime = start.AddMinutes(2),
            WatchSeconds = 115,
        };
        await client.Rooms.ReportWatchTimeAsync([watched], new RsaWatchTimeSigner(key), cancellationToken);
        #endregion
    }
}
