using Amity.DriftCheck.Contract;
using Newtonsoft.Json.Linq;

namespace Amity.DriftCheck.Observing;

/// <summary>Calls every reading operation, in all the ways that need no change: filters, pages, and what must be rejected.</summary>
internal sealed class ReadingPass
{
    private const int PageSize = 2;
    private const int Pages = 3;
    private const int LongestPageToken = 1000;
    private const string Unknown = "000000000000000000000000";

    private static readonly string[] Filters =
    [
        "statuses=idle", "statuses=live&statuses=recorded", "type=directStreaming", "type=coHosts",
        "sortBy=firstCreated", "sortBy=lastCreated", "isDeleted=true", "isDeleted=false",
    ];

    private readonly ServiceClient _client;
    private readonly string _room;
    private readonly CancellationToken _cancellation;

    private ReadingPass(ServiceClient client, string room, CancellationToken cancellation) =>
        (_client, _room, _cancellation) = (client, room, cancellation);

    /// <exception cref="CannotCheckException">The service, the token or the room is not fit to be read.</exception>
    public static async Task RunAsync(ServiceClient client, DocumentedApi contract, string room, CancellationToken cancellationToken)
    {
        var pass = new ReadingPass(client, room, cancellationToken);
        await pass.ReadRoomAsync();
        await pass.ReadAsync(OperationPaths.Token(room), "the room");
        await pass.ReadPagesAsync(token => OperationPaths.RoomPage(PageSize, token));
        await pass.ReadPagesAsync(token => OperationPaths.BanPage(room, PageSize, token));
        await pass.ReadAsync(OperationPaths.Bans(room), "the room");
        await pass.ReadAsync(OperationPaths.Rooms, "all rooms");
        foreach (var filter in Filters)
        {
            await pass.ReadAsync($"{OperationPaths.Rooms}?{filter}", filter);
        }

        await pass.ReadRecordingAsync();
        await pass.ReadTheRestAsync(contract);
        await pass.BeRejectedAsync();
    }

    private async Task ReadRoomAsync()
    {
        var exchange = await ReadAsync(OperationPaths.Room(_room), "the room");
        var problem = exchange.Status switch
        {
            404 => "The room is unknown",
            400 or 422 => "The room's id is rejected",
            >= 500 => "The service fails",
            _ => null,
        };
        if (problem is not null)
        {
            throw new CannotCheckException($"{problem} ({exchange.OperationId}: {exchange.Status}).");
        }
    }

    private async Task ReadPagesAsync(Func<string?, string> target)
    {
        string? token = null;
        for (var page = 1; page <= Pages; page++)
        {
            var json = (await ReadAsync(target(token), $"page {page}")).Json;
            if (PageTokenAt(json, "paging.prev") is { } previous)
            {
                await ReadAsync(target(previous), $"the page before page {page}");
            }

            token = PageTokenAt(json, "paging.next");
            if (token is null)
            {
                return;
            }
        }
    }

    // One that is too long is a finding already, and could make an address that nobody takes.
    private static string? PageTokenAt(JToken? json, string path) =>
        json.TextAt(path) is { Length: > 0 and <= LongestPageToken } token ? token : null;

    // Of the room, or else of any that was seen: few rooms have recordings, and deleted ones need not have kept them.
    private async Task ReadRecordingAsync()
    {
        var found = _client.Exchanges.Where(exchange => exchange.Succeeded)
            .SelectMany(exchange => exchange.Json.ListAt("rooms"))
            .Where(room => room.SelectToken("isDeleted") is not JValue { Value: true })
            .SelectMany(
                room => room.ListAt("recordedPlaybackInfos"),
                (room, recording) => (Room: room.TextAt("roomId"), Playback: PlaybackId.Of(recording)))
            .FirstOrDefault(pair => pair is { Room: not null, Playback: not null } && OperationPaths.CanHold(pair.Room));
        foreach (var what in (string[])["watch", "thumbnail"])
        {
            if (found is { Room: { } room, Playback: { } playback })
            {
                await ReadAsync(OperationPaths.Recording(room, playback, what), "a recording that the room names");
            }

            await BeRejectedAsync(OperationPaths.Recording(_room, Unknown, what), "an unknown recording");
        }
    }

    // What nothing above knows of: whether an id that was seen under the parameter's name is the right one can only be tried.
    private async Task ReadTheRestAsync(DocumentedApi contract)
    {
        var called = _client.Exchanges.Select(exchange => exchange.OperationId).ToHashSet();
        foreach (var operation in contract.Operations.Where(operation => operation.IsObserved && !called.Contains(operation.Id)))
        {
            await _client.GetAsync(operation.Target(name => name == "roomId" ? _room : Seen(name) ?? Unknown), _cancellation);
        }
    }

    private string? Seen(string name) => _client.Exchanges.Where(exchange => exchange.Succeeded)
        .SelectMany(exchange => exchange.Json.TextsAt($"..{name}")).FirstOrDefault(OperationPaths.CanHold);

    private async Task BeRejectedAsync()
    {
        await BeRejectedAsync(OperationPaths.Room(Unknown), "an unknown room");
        await BeRejectedAsync(OperationPaths.Token(Unknown), "an unknown room");
        await BeRejectedAsync(OperationPaths.Bans(Unknown), "an unknown room");
        await BeRejectedAsync(OperationPaths.Recording(Unknown, Unknown, "watch"), "an unknown room");
        await BeRejectedAsync(OperationPaths.Recording(Unknown, Unknown, "thumbnail"), "an unknown room");
        await BeRejectedAsync(OperationPaths.BanPage(_room, PageSize, "edited"), "an edited page token");
        await BeRejectedAsync(OperationPaths.RoomPage(PageSize, "edited"), "an edited page token");
        await BeRejectedAsync($"{OperationPaths.Rooms}?sortBy=unheardOf", "an unknown order");
        await _client.GetWithUnknownTokenAsync(OperationPaths.Room(_room), _cancellation, new Expectation(Success: false, "an unknown token"));
    }

    private Task<Exchange> ReadAsync(string target, string subject) =>
        _client.GetAsync(target, _cancellation, new Expectation(Success: true, subject));

    private Task BeRejectedAsync(string target, string subject) =>
        _client.GetAsync(target, _cancellation, new Expectation(Success: false, subject));
}
