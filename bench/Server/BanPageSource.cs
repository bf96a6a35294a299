using System.Globalization;
using System.Text;

namespace Amity.Bench.Server;

/// <summary>
/// Computes any page of a list of bans from its number alone, always the same bytes: 100 bans, 1 room and 100 users, about 52 KB.
/// Nothing is stored, so that an enumeration of any length costs the server no memory.
/// </summary>
internal static class BanPageSource
{
    internal const int PageSize = 100;

    private const string RoomIdStart = "65f0c1d2a3b4c5d6";

    /// <summary>The id of a room that has so many pages of bans: 24 characters, as real ones.</summary>
    internal static string RoomOf(int pages) => string.Create(CultureInfo.InvariantCulture, $"{RoomIdStart}{pages:D8}");

    internal static int PagesOf(ReadOnlySpan<char> roomId) => int.Parse(roomId[RoomIdStart.Length..], CultureInfo.InvariantCulture);

    /// <summary>The token of a page, in the service's own form: Base64 over where to go on.</summary>
    internal static string TokenOf(int page) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"skip\":{page * PageSize},\"limit\":{PageSize}}}"))).TrimEnd('=');

    /// <summary>The number of the page that a token names, from 0; no token names the first one.</summary>
    internal static int PageOf(string? token)
    {
        if (token is null)
        {
            return 0;
        }

        var skip = Convert.FromBase64String(token.PadRight((token.Length + 3) / 4 * 4, '=')).AsSpan("{\"skip\":".Length);
        return int.Parse(skip[..skip.IndexOf((byte)',')], CultureInfo.InvariantCulture) / PageSize;
    }

    /// <summary>Page <paramref name="page"/>, counted from 0, of a room with <paramref name="pages"/> pages.</summary>
    internal static byte[] Page(int page, int pages)
    {
        var buffer = new PageBuffer();
        Write(buffer, page, pages);
        return buffer.Written.ToArray();
    }

    /// <inheritdoc cref="Page" />
    internal static void Write(PageBuffer to, int page, int pages)
    {
        var viewer = page * PageSize;
        to.Text(to.Free, $"{{\"roomBannedUsers\":[");
        for (var i = 0; i < PageSize; i++)
        {
            WriteBan(to, viewer + i, i == 0 ? "" : ",");
        }

        to.Text(to.Free, $"],\"rooms\":[");
        WriteRoom(to, pages);
        to.Text(to.Free, $"],\"roomChildrens\":[],\"users\":[");
        WriteModerator(to);
        // The account of the last banned viewer is gone, as happens: 99 of the 100 and their moderator.
        for (var i = 0; i < PageSize - 1; i++)
        {
            WriteViewer(to, viewer + i);
        }

        to.Text(to.Free, $"],\"files\":[],\"paging\":{{");
        if (page < pages - 1)
        {
            to.Text(to.Free, $"\"next\":\"{TokenOf(page + 1)}\"");
        }

        to.Text(to.Free, $"}}}}");
    }

    // Ids repeat as they do at the service: of the moderator in every ban, of a viewer in the ban and thrice in the user.
    private static void WriteBan(PageBuffer to, int viewer, string separator)
    {
        to.Text(to.Free, $"{separator}{{\"userId\":\"64be1f6cb9b4106b{viewer:x8}\",\"banBy\":\"64be1f6cb9b4106bfffffff1\",\"userPublicId\":\"viewer-{viewer:D7}\",\"banByPublicId\":\"ann\",");
        to.Text(to.Free, $"\"createdAt\":\"2026-03-06T18:12:{viewer % 60:D2}.{viewer * 37L % 1000:D3}Z\"}}");
    }

    private static void WriteViewer(PageBuffer to, int viewer)
    {
        to.Text(to.Free, $",{{\"_id\":\"64be1f6cb9b4106b{viewer:x8}\",\"userId\":\"viewer-{viewer:D7}\",\"userInternalId\":\"64be1f6cb9b4106b{viewer:x8}\",\"userPublicId\":\"viewer-{viewer:D7}\",");
        to.Text(to.Free, $"\"displayName\":\"Viewer {viewer}\",\"roles\":[],\"permissions\":[],\"flagCount\":0,\"metadata\":{{}},\"isGlobalBan\":false,\"isBrand\":false,\"isDeleted\":false,");
        to.Text(to.Free, $"\"createdAt\":\"2025-01-14T08:00:{viewer % 60:D2}.{viewer * 41L % 1000:D3}Z\",");
        to.Text(to.Free, $"\"updatedAt\":\"2026-02-01T10:30:{viewer % 60:D2}.{viewer * 43L % 1000:D3}Z\"}}");
    }

    // Without permissions: stock NSwag with System.Text.Json cannot read a list of enum values at all, and the bytes are the same for everybody.
    private static void WriteModerator(PageBuffer to)
    {
        to.Text(to.Free, $"{{\"_id\":\"64be1f6cb9b4106bfffffff1\",\"userId\":\"ann\",\"userInternalId\":\"64be1f6cb9b4106bfffffff1\",\"userPublicId\":\"ann\",\"displayName\":\"Ann Ferrara\",");
        to.Text(to.Free, $"\"roles\":[\"moderator\"],\"permissions\":[],\"flagCount\":0,\"metadata\":{{\"language\":\"en\"}},\"isGlobalBan\":false,\"isBrand\":false,\"isDeleted\":false,");
        to.Text(to.Free, $"\"createdAt\":\"2025-01-14T08:00:00.000Z\",\"updatedAt\":\"2026-02-01T10:30:00.000Z\"}}");
    }

    private static void WriteRoom(PageBuffer to, int pages)
    {
        to.Text(to.Free, $"{{\"_id\":\"{RoomIdStart}{pages:D8}\",\"roomId\":\"{RoomIdStart}{pages:D8}\",\"type\":\"coHosts\",\"targetId\":\"64be1f6cb9b4106b5a6bc0aa\",\"targetType\":\"community\",");
        to.Text(to.Free, $"\"liveChatEnabled\":true,\"title\":\"Friday cooking\",\"description\":\"Pasta from scratch, with questions from the chat.\",\"status\":\"live\",");
        to.Text(to.Free, $"\"participants\":[{{\"type\":\"host\",\"userId\":\"ann\",\"userInternalId\":\"64be1f6cb9b4106bfffffff1\"}}],\"recordedPlaybackInfos\":[],\"childRoomIds\":[],");
        to.Text(to.Free, $"\"createdBy\":\"ann\",\"creatorInternalId\":\"64be1f6cb9b4106bfffffff1\",\"createdAt\":\"2026-03-06T17:55:12.480Z\",\"updatedAt\":\"2026-03-06T18:00:03.112Z\",");
        to.Text(to.Free, $"\"liveAt\":\"2026-03-06T18:00:03.112Z\",\"isDeleted\":false,\"metadata\":{{\"season\":2,\"language\":\"en\"}}}}");
    }
}
