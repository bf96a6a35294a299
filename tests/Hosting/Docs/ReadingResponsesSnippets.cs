using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amity.Tests.Hosting.Docs;

/// <summary>The code of docs/reading-responses.md; each region is one block.</summary>
internal static partial class ReadingResponsesSnippets
{
    public static Room? Stored(Room room)
    {
        #region Stored
        var json = JsonSerializer.Serialize(room);
        var same = JsonSerializer.Deserialize<Room>(json);
        #endregion

        return same;
    }

    #region Source generation
    [JsonSerializable(typeof(Room))]
    [JsonSerializable(typeof(JsonElement))]
    internal sealed partial class RoomContext : JsonSerializerContext;
    #endregion
}
