using System.Text.Json.Nodes;
using Amity.Tests.Contract.Provider;

namespace Amity.Tests.Contract.AnyProvider;

/// <summary>What a provider's room has, and so which provider states it can stand for.</summary>
internal sealed class RoomView
{
    private readonly JsonObject? _room;
    private readonly JsonNode? _bans;
    private readonly JsonNode? _firstBans;
    private readonly JsonNode? _nextBans;
    private readonly JsonNode? _rooms;

    private RoomView(JsonNode? room, JsonNode? bans, JsonNode? firstBans, JsonNode? nextBans, JsonNode? rooms)
    {
        _room = room?["rooms"]?[0] as JsonObject;
        (_bans, _firstBans, _nextBans, _rooms) = (bans, firstBans, nextBans, rooms);
    }

    /// <summary>The id of the room's first recording, as it stands in its address.</summary>
    public string? PlaybackId => Text(_room?["recordedPlaybackInfos"] is JsonArray { Count: > 0 } recordings ? recordings[0]?["url"] : null)?.Split('/') is [.., var id, "watch"] ? id : null;

    public string? NextBansToken => NextOf(_firstBans);

    public string? NextRoomsToken => NextOf(_rooms);

    public static async Task<RoomView> ReadAsync(Uri provider, string token, string roomId)
    {
        using var reader = new ProviderReader(provider, token);
        var room = $"api/v1/rooms/{Uri.EscapeDataString(roomId)}";
        var bans = await reader.ReadAsync($"{room}/viewer-bans?limit=100");
        var first = await reader.ReadAsync($"{room}/viewer-bans?limit=2");
        return new RoomView(
            await reader.ReadAsync(room),
            bans,
            first,
            NextOf(first) is { } next ? await reader.ReadAsync($"{room}/viewer-bans?limit=2&token={Uri.EscapeDataString(next)}") : null,
            await reader.ReadAsync("api/v1/rooms?statuses=live&statuses=waitingReconnect&type=coHosts&sortBy=lastCreated&isDeleted=false&options[limit]=2"));
    }

    /// <summary>Why the room cannot stand for a provider state; null when it can, and when it cannot be read, which the interaction itself then shows.</summary>
    public string? CannotShow(string state) => _room is null ? null : state switch
    {
        States.RoomWithPeople => When(IsEmpty(_room["participants"]), "the room has nobody on stage"),
        States.LiveRoom => When(Text(_room["status"]) is not ("live" or "waitingReconnect"), "the room is not on the air"),
        States.RoomWithChild => When(IsEmpty(_room["childRoomIds"]), "the room has no child room"),
        States.RoomWithThumbnail => When(IsEmpty(_room["thumbnailFileId"]), "the room has no thumbnail"),
        States.RecordedRoom => When(IsEmpty(_room["recordedPlaybackInfos"]), "the room has no recording"),
        States.CoHostRoom => When(Text(_room["type"]) == "directStreaming", "the room is for direct streaming"),
        States.DirectRoom => When(Text(_room["type"]) == "coHosts", "the room is for co-hosts"),
        States.RoomWithFewBans => NoBans ?? When(NextOf(_bans) is not null, "the room's bans take more than one page"),
        States.RoomWithMoreBans => NoBans ?? When(NextOf(_firstBans) is null, "the room has no further page of bans"),
        States.RoomWithNextBans => NoBans ?? When(NextOf(_nextBans) is null, "the room has no third page of bans"),
        States.LiveCoHostRooms => NoLiveRooms ?? When(NextRoomsToken is null, "the network has no further page of live rooms for co-hosts"),
        States.NextLiveCoHostRooms => NoLiveRooms ?? When(NextRoomsToken is null, "the network has no further page of live rooms for co-hosts"),
        _ => null,
    };

    /// <summary>Why the ids of an address cannot be those of the room, by the same rule.</summary>
    public IEnumerable<string> CannotName(IReadOnlyList<string> ids) => _room is null ? [] : ids.Select(id => $"no {id} of the room is known");

    private string? NoBans => When(_bans is not null && IsEmpty(_bans["roomBannedUsers"]), "the room has no banned viewers");

    private string? NoLiveRooms => When(_rooms is not null && IsEmpty(_rooms["rooms"]), "the network has no live rooms for co-hosts");

    private static string? When(bool condition, string reason) => condition ? reason : null;

    // Anything that is there but not what it should be is left to the interaction to find.
    private static bool IsEmpty(JsonNode? node) => node is null or JsonArray { Count: 0 } || Text(node) == "";

    private static string? NextOf(JsonNode? page) => Text((page?["paging"] as JsonObject)?["next"]) is { Length: > 0 } token ? token : null;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
