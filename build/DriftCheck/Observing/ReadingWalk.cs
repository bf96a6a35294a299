using Amity.DriftCheck.Contract;

using Newtonsoft.Json.Linq;

namespace Amity.DriftCheck.Observing;

/// <summary>Calls every reading operation, in all the ways that need no change: filters, pages, and what is to be refused.</summary>
internal sealed class ReadingWalk
{
    private const int PageSize = 2;
    private const int Pages = 3;
    private const string Unknown = "000000000000000000000000";

    private static readonly string[] Filters =
    [
        "statuses=idle", "statuses=live&statuses=recorded", "type=directStreaming", "type=coHosts",
        "sortBy=firstCreated", "sortBy=lastCreated", "isDeleted=true", "isDeleted=false",
    ];

    private readonly Wire _wire;
    private readonly string _room;
    private readonly CancellationToken _cancellation;

    private ReadingWalk(Wire wire, string room, CancellationToken cancellation) => (_wire, _room, _cancellation) = (wire, room, cancellation);

    /// <exception cref="CannotCheckException">The service, the token or the room is not fit to be read.</exception>
    public static async Task RunAsync(Wire wire, ApiContract contract, string room, CancellationToken cancellationToken)
    {
        var walk = new ReadingWalk(wire, room, cancellationToken);
        await walk.ReadRoomAsync();
        await walk.GetAsync(Targets.Token(room));
        await walk.ReadPagesAsync(token => Targets.RoomPage(PageSize, token));
        await walk.ReadPagesAsync(token => Targets.BanPage(room, PageSize, token));
        await walk.GetAsync(Targets.Bans(room));
        await walk.GetAsync(Targets.Rooms);
        foreach (var filter in Filters)
        {
            await walk.GetAsync($"{Targets.Rooms}?{filter}");
        }

        await walk.ReadRecordingAsync();
        await walk.ReadTheRestAsync(contract);
        await walk.MeetRefusalsAsync();
    }

    private async Task ReadRoomAsync()
    {
        var exchange = await GetAsync(Targets.Room(_room));
        var problem = exchange.Status switch
        {
            401 => "The token is refused (401).",
            403 => "The token may not read the room (403).",
            404 => "The room is unknown (404).",
            400 or 422 => $"The room's id is refused ({exchange.Status}).",
            429 => "The service has had too many requests with this token (429).",
            >= 500 => $"The service fails ({exchange.Status}).",
            _ => null,
        };
        if (problem is not null)
        {
            throw new CannotCheckException(problem);
        }
    }

    private async Task ReadPagesAsync(Func<string?, string> target)
    {
        string? token = null;
        for (var page = 0; page < Pages; page++)
        {
            var json = JsonText.Read((await GetAsync(target(token))).Body);
            if (json.TextAt("paging.prev") is { Length: > 0 } previous)
            {
                await GetAsync(target(previous));
            }

            token = json.TextAt("paging.next");
            if (string.IsNullOrEmpty(token))
            {
                return;
            }
        }
    }

    // Of the room, or else of any that was seen: few rooms have recordings.
    private async Task ReadRecordingAsync()
    {
        var found = _wire.Exchanges.Where(exchange => exchange.Succeeded)
            .SelectMany(exchange => JsonText.Read(exchange.Body).ListAt("rooms"))
            .Select(room => (Room: room.TextAt("roomId"), Playback: PlaybackIdOf(room)))
            .FirstOrDefault(pair => pair is { Room: not null, Playback: not null });
        await GetAsync(Targets.Recording(found.Room ?? _room, found.Playback ?? Unknown, "watch"));
        await GetAsync(Targets.Recording(found.Room ?? _room, found.Playback ?? Unknown, "thumbnail"));
    }

    // What nothing above knows of; an id other than the room's is the first that was seen under its name.
    private async Task ReadTheRestAsync(ApiContract contract)
    {
        foreach (var operation in contract.Operations.Where(operation => operation.IsReading && _wire.Exchanges.All(exchange => exchange.OperationId != operation.Id)))
        {
            await GetAsync(operation.Target(name => name == "roomId" ? _room : Seen(name) ?? Unknown));
        }
    }

    private string? Seen(string name) =>
        _wire.Exchanges.Where(exchange => exchange.Succeeded).SelectMany(exchange => JsonText.Read(exchange.Body).TextsAt($"..{name}")).FirstOrDefault();

    private static string? PlaybackIdOf(JToken room)
    {
        var segments = room.TextsAt("recordedPlaybackInfos[*].url").FirstOrDefault()?.Split('/') ?? [];
        var marker = Array.LastIndexOf(segments, "recorded");
        return marker >= 0 && marker + 1 < segments.Length ? Uri.UnescapeDataString(segments[marker + 1]) : null;
    }

    private async Task MeetRefusalsAsync()
    {
        await GetAsync(Targets.Room(Unknown));
        await GetAsync(Targets.Token(Unknown));
        await GetAsync(Targets.Bans(Unknown));
        await GetAsync(Targets.Recording(Unknown, Unknown, "watch"));
        await GetAsync(Targets.Recording(Unknown, Unknown, "thumbnail"));
        await GetAsync(Targets.BanPage(_room, PageSize, "edited"));
        await GetAsync(Targets.RoomPage(PageSize, "edited"));
        await GetAsync($"{Targets.Rooms}?sortBy=unheardOf");
        await _wire.GetAsStrangerAsync(Targets.Room(_room), _cancellation);
    }

    private Task<Exchange> GetAsync(string target) => _wire.GetAsync(target, _cancellation);
}
