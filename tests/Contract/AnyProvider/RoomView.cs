using System.Text.Json.Nodes;
using Amity.Tests.Contract.Provider;

namespace Amity.Tests.Contract.AnyProvider;

/// <summary>What a provider's room has, and so which provider states it can stand for.</summary>
internal sealed class RoomView
{
    // By state, why a room cannot stand for it.
    private static readonly Dictionary<string, Func<RoomView, string?>> Reasons = new()
    {
        [States.Caller] = _ => null,
        [States.Room] = _ => null,
        [States.NoRoom] = _ => null,
        [States.RoomWithPeople] = view => When(view.IsEmpty("participants"), "the room has nobody on stage"),
        [States.LiveRoom] = view => When(view.Text("status") is not (null or "live" or "waitingReconnect"), "the room is not on the air"),
        [States.RoomWithChild] = view => When(view.IsEmpty("childRoomIds"), "the room has no child room"),
        [States.RoomWithThumbnail] = view => When(view.Text("thumbnailFileId") is null or "", "the room has no thumbnail"),
        [States.RecordedRoom] = view => When(view.IsEmpty("recordedPlaybackInfos"), "the room has no recording"),
        [States.CoHostRoom] = view => When(view.Text("type") == "directStreaming", "the room is for direct streaming"),
        [States.DirectRoom] = view => When(view.Text("type") == "coHosts", "the room is for co-hosts"),
        [States.RoomWithFewBans] = view => view.NoBans ?? When(view._bans.HasMore, "the room's bans take more than one page"),
        [States.RoomWithMoreBans] = view => view.NoBans ?? When(view._bans.HasAtMost(2), "the room has no further page of bans"),
        [States.RoomWithNextBans] = view => view.NoBans ?? When(view._bans.HasAtMost(4), "the room has no third page of bans"),
        [States.LiveCoHostRooms] = view => view.NoFurtherLiveRooms,
        [States.NextLiveCoHostRooms] = view => view.NoFurtherLiveRooms,
    };

    private readonly JsonObject? _room;
    private readonly ListView _bans;
    private readonly ListView _liveRooms;

    private RoomView(ProviderResponse room, ListView bans, ListView liveRooms)
    {
        Problem = room.Problem;
        _room = ((room.Json as JsonObject)?["rooms"] as JsonArray)?.FirstOrDefault() as JsonObject;
        (_bans, _liveRooms) = (bans, liveRooms);
    }

    /// <summary>Why the provider gave no response for the room; null when it gave one, whichever.</summary>
    public string? Problem { get; }

    /// <summary>The id of the room's first recording, as it stands in its address.</summary>
    public string? PlaybackId =>
        (_room?["recordedPlaybackInfos"] as JsonArray)?.FirstOrDefault() is JsonObject recording
        && Text(recording["url"])?.Split('/') is [.., var id, "watch"] ? id : null;

    public string? NextBansToken => _bans.NextToken;

    public string? NextRoomsToken => _liveRooms.NextToken;

    public static async Task<RoomView> ReadAsync(Uri provider, string token, string roomId)
    {
        using var client = new ProviderClient(provider, token);
        var room = $"/api/v1/rooms/{Uri.EscapeDataString(roomId)}";
        const string LiveRooms = "/api/v1/rooms?statuses=live&statuses=waitingReconnect&type=coHosts&sortBy=lastCreated&isDeleted=false&options[limit]=";
        var reading = client.GetAsync(room);
        var bans = ListView.ReadAsync(client, $"{room}/viewer-bans?limit=", "roomBannedUsers", largePage: 100);
        var liveRooms = ListView.ReadAsync(client, LiveRooms, "rooms", largePage: 20);
        return new RoomView(await reading, await bans, await liveRooms);
    }

    /// <summary>Whether a provider can be in a state without being brought into it, and the room tells whether it is.</summary>
    public static bool Knows(string state) => Reasons.ContainsKey(state);

    /// <summary>Why the room cannot stand for a known state; null when it can, and when it cannot be read, which the interaction then shows.</summary>
    public string? CannotShow(string state) => _room is null ? null : Reasons[state](this);

    private string? NoBans => When(_bans.IsEmpty, "the room has no banned viewers");

    private string? NoFurtherLiveRooms =>
        When(_liveRooms.IsEmpty, "the network has no live rooms for co-hosts")
        ?? When(_liveRooms.HasAtMost(2), "the network has no further page of live rooms for co-hosts");

    private static string? When(bool condition, string reason) => condition ? reason : null;

    // A list that is missing, or is no list, is left to the interaction to fail: the client would take it for empty.
    private bool IsEmpty(string list) => _room![list] is JsonArray { Count: 0 };

    private string? Text(string field) => Text(_room![field]);

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
