using Newtonsoft.Json;

namespace Amity;

// What a response carries beside a room: its creator, its thumbnail and its child rooms.
public sealed partial class Room
{
    private Sideload? _sideload;

    /// <summary>The user who created the room; null when the response does not carry them.</summary>
    [JsonIgnore]
    [System.Text.Json.Serialization.JsonIgnore]
    public User? Creator => _sideload?.FindUser(CreatedBy, CreatorInternalId);

    /// <summary>The file of the room's thumbnail; null when it has none or the response does not carry it.</summary>
    [JsonIgnore]
    [System.Text.Json.Serialization.JsonIgnore]
    public AmityFile? Thumbnail => _sideload?.FindFile(ThumbnailFileId);

    /// <summary>The child rooms that the response carries; empty when there are none.</summary>
    [JsonIgnore]
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<Room> Children => _sideload?.ChildrenOf(this) ?? [];

    internal void Attach(Sideload sideload) => _sideload = sideload;
}
