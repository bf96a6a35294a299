using Amity.DriftCheck.Observing;
using Newtonsoft.Json.Linq;

namespace Amity.DriftCheck.Writing;

/// <summary>The room that the questions are asked on: no other may be changed, so it is recognised by its title.</summary>
/// <param name="client">The way to the service.</param>
/// <param name="title">A title that no other room has.</param>
/// <param name="readRoom">The id of the room that is only to be read, whatever the service says of it.</param>
internal sealed class TemporaryRoom(ServiceClient client, string title, string readRoom)
{
    private static readonly TimeSpan CleanupTimeout = TimeSpan.FromMinutes(1);

    private string? _roomId;
    private bool _mayExist;

    public async Task<string> CreateAsync(CancellationToken cancellationToken)
    {
        // From here on: the response may be lost, or have a shape that hides the id.
        _mayExist = true;
        var body = new JObject { ["title"] = title, ["type"] = "directStreaming", ["liveChatEnabled"] = true };
        var exchange = await client.SendAsync(HttpMethod.Post, OperationPaths.Rooms, body, cancellationToken);
        _roomId = OwnIdIn(exchange);
        if (_roomId is null)
        {
            throw new CannotCheckException(exchange.Succeeded
                ? "The service does not show the room that it was asked to make."
                : $"No room could be made to write to: {ResponseSummary.Of(exchange)}.");
        }

        return _roomId;
    }

    /// <summary>Deletes the room and looks what is left of it.</summary>
    public async Task<SettledQuestion> DeleteAndAskAsync(CancellationToken cancellationToken)
    {
        var deletion = await DeleteAsync(_roomId!, cancellationToken);
        var left = await client.TryAsync(HttpMethod.Get, OperationPaths.Room(_roomId!), null, cancellationToken);
        var listed = await client.GetAsync($"{OperationPaths.Rooms}?isDeleted=true&sortBy=lastCreated", cancellationToken);
        var inList = listed.Json.TextsAt("rooms[*].roomId").Contains(_roomId);
        var trace = inList ? "still listed by isDeleted=true, so only marked" : "not on the first page of isDeleted=true";
        return new SettledQuestion("delete of a room", $"{ResponseSummary.Of(deletion)}; reading it then: {ResponseSummary.Of(left)}; {trace}");
    }

    /// <exception cref="CannotCheckException">The room may still be there; the message names it.</exception>
    public async Task MakeSureItIsGoneAsync()
    {
        if (!_mayExist || client.Exchanges.Any(exchange => exchange is { OperationId: "createRoom", Status: >= 400 and < 500 }))
        {
            return;
        }

        // With a timeout of its own: the check may be ending because it was cancelled.
        using var timeout = new CancellationTokenSource(CleanupTimeout);
        try
        {
            var roomId = _roomId ?? await FindByTitleAsync(timeout.Token);
            var deletion = await DeleteAsync(roomId, timeout.Token);
            if (_mayExist && (await client.TryAsync(HttpMethod.Get, OperationPaths.Room(roomId), null, timeout.Token)).Status != 404)
            {
                throw new CannotCheckException(ResponseSummary.Of(deletion));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or CannotCheckException)
        {
            throw new CannotCheckException($"The room \"{title}\" may still be there: {exception.Message}");
        }
    }

    private async Task<Exchange> DeleteAsync(string roomId, CancellationToken cancellationToken)
    {
        var deletion = await client.SendAsync(HttpMethod.Delete, OperationPaths.Room(roomId), null, cancellationToken);
        _mayExist = !deletion.Succeeded || ResponseSummary.SaysThatItFailed(deletion);
        return deletion;
    }

    private async Task<string> FindByTitleAsync(CancellationToken cancellationToken)
    {
        var newest = await client.GetAsync($"{OperationPaths.Rooms}?isDeleted=false&sortBy=lastCreated", cancellationToken);
        return OwnIdIn(newest) ?? throw new CannotCheckException($"the list of rooms does not show it, {ResponseSummary.Of(newest)}");
    }

    private string? OwnIdIn(Exchange exchange) => exchange.Json.ListAt("rooms")
        .Where(room => room.TextAt("title") == title)
        .Select(room => room.TextAt("roomId"))
        .FirstOrDefault(id => id is not null && OperationPaths.CanHold(id) && !string.Equals(id, readRoom, StringComparison.OrdinalIgnoreCase));
}
