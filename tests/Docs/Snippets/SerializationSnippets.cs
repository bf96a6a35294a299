using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Caching.Hybrid;

namespace Amity.Tests.Docs.Snippets;

/// <summary>The code of docs/serialization.md; each region is one block.</summary>
internal static partial class SerializationSnippets
{
    public static Room? Stored(Room room)
    {
        #region Stored
        var json = JsonSerializer.Serialize(room);
        var same = JsonSerializer.Deserialize<Room>(json);
        #endregion
        return same;
    }

    public static void MinimalApi(WebApplication app)
    {
        #region Minimal API
        app.MapGet("/rooms/{roomId}", (string roomId, RoomsClient rooms) => rooms.GetRoomAsync(roomId));

        app.MapPut("/rooms/{roomId}", (string roomId, UpdateRoomRequest request, RoomsClient rooms) => rooms.UpdateRoomAsync(roomId, request));

        app.MapGet("/rooms", async (RoomStatus? status, RoomsClient rooms) =>
        {
            var options = new ListRoomsOptions { Statuses = status is { } only ? [only] : null };
            return (await rooms.ListRoomsAsync(options).GetPageAsync()).Items;
        });
        #endregion
    }

    public static async Task<Room> CachedAsync(HybridCache cache, AmityClient client, string roomId)
    {
        #region Cached
        var response = await cache.GetOrCreateAsync($"room:{roomId}", async cancellation =>
        {
            var read = await client.Rooms.GetRoomAsync(roomId, cancellation);
            return (RoomResult)read.Included!;
        });
        var room = response.Rooms[0];
        #endregion
        return room;
    }

    #region Source generation
    [JsonSerializable(typeof(Room))]
    [JsonSerializable(typeof(JsonElement))]
    internal sealed partial class RoomContext : JsonSerializerContext;
    #endregion
}
