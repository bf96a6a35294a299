using Amity.DriftCheck.Observing;

using Newtonsoft.Json.Linq;

namespace Amity.DriftCheck.Writing;

/// <summary>The room that the questions are asked on.</summary>
internal sealed class OwnRoom(Wire wire, string title)
{
    private static readonly TimeSpan PatienceAtTheEnd = TimeSpan.FromMinutes(1);

    private string? _roomId;
    private bool _mayExist;

    public async Task<string> CreateAsync(CancellationToken cancellationToken)
    {
        // From here on: the answer may be lost, or have a shape that hides the id.
        _mayExist = true;
        var body = new JObject { ["title"] = title, ["type"] = "directStreaming", ["liveChatEnabled"] = true };
        var exchange = await wire.SendAsync(HttpMethod.Post, Targets.Rooms, body, cancellationToken);
        _roomId = JsonText.Read(exchange.Body).TextAt("rooms[0].roomId");
        if (_roomId is null)
        {
            _mayExist = exchange.Status is < 400 or >= 500;
            throw new CannotCheckException($"No room could be made to write to: {Outcome.Of(exchange)}.");
        }

        return _roomId;
    }

    /// <summary>Deletes the room and looks what is left of it.</summary>
    public async Task<Answer> DeleteAndAskAsync(CancellationToken cancellationToken)
    {
        var deletion = await DeleteAsync(_roomId!, cancellationToken);
        var left = await wire.GetAsync(Targets.Room(_roomId!), cancellationToken);
        var listed = await wire.GetAsync($"{Targets.Rooms}?isDeleted=true&sortBy=lastCreated", cancellationToken);
        var inList = JsonText.Read(listed.Body).TextsAt("rooms[*].roomId").Contains(_roomId);
        return new Answer(
            "delete of a room",
            $"{Outcome.Of(deletion)}; reading it then: {Outcome.Of(left)}; {(inList ? "still listed by isDeleted=true, so only marked" : "not on the first page of isDeleted=true")}");
    }

    /// <exception cref="CannotCheckException">The room may still be there; the message names it.</exception>
    public async Task MakeSureItIsGoneAsync()
    {
        if (!_mayExist)
        {
            return;
        }

        // With a patience of its own: the check may be ending because it was cancelled.
        using var patience = new CancellationTokenSource(PatienceAtTheEnd);
        try
        {
            var roomId = _roomId ?? await FindByTitleAsync(patience.Token);
            if (roomId is not null)
            {
                var deletion = await DeleteAsync(roomId, patience.Token);
                if (_mayExist && (await wire.GetAsync(Targets.Room(roomId), patience.Token)).Status != 404)
                {
                    throw new CannotCheckException(Outcome.Of(deletion));
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or CannotCheckException)
        {
            throw new CannotCheckException($"The room \"{title}\" may still be there: {exception.Message}");
        }
    }

    private async Task<Exchange> DeleteAsync(string roomId, CancellationToken cancellationToken)
    {
        var deletion = await wire.SendAsync(HttpMethod.Delete, Targets.Room(roomId), null, cancellationToken);
        _mayExist = !deletion.Succeeded || JsonText.Read(deletion.Body) is JObject body && body["success"] is JValue { Value: false };
        return deletion;
    }

    private async Task<string?> FindByTitleAsync(CancellationToken cancellationToken)
    {
        var newest = await wire.GetAsync($"{Targets.Rooms}?isDeleted=false&sortBy=lastCreated", cancellationToken);
        var json = JsonText.Read(newest.Body);
        if (!newest.Succeeded || json?.SelectToken("rooms") is not JArray)
        {
            throw new CannotCheckException($"the list of rooms does not show it, {Outcome.Of(newest)}");
        }

        return json.ListAt("rooms").FirstOrDefault(room => room.TextAt("title") == title).TextAt("roomId");
    }
}
