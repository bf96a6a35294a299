using System.Globalization;

using Amity.DriftCheck.Observing;

namespace Amity.DriftCheck.Writing;

/// <summary>Settles the open questions of openapi/rooms/DECISIONS.md on a room of its own, which is gone at the end whatever happens.</summary>
internal static class WriteProbe
{
    /// <exception cref="CannotCheckException">No room could be made, the service was lost, or the room could not be deleted.</exception>
    public static async Task<IReadOnlyList<Response>> RunAsync(Wire wire, string readRoom, CancellationToken cancellationToken)
    {
        var title = $"amity-drift-check {Guid.NewGuid():N}";
        var ownRoom = new OwnRoom(wire, title, readRoom);
        try
        {
            var room = await ownRoom.CreateAsync(cancellationToken);
            return
            [
                await StatusesProbe.AskAsync(wire, room, cancellationToken),
                await ChatSwitchProbe.AskAsync(wire, room, cancellationToken),
                await ChatSwitchProbe.AskAboutAbsentFieldsAsync(wire, room, title, cancellationToken),
                .. await BanProbe.AskAsync(wire, room, readRoom, cancellationToken),
                await AskAboutAdminTokenAsync(wire, room, cancellationToken),
                await PageProbe.AskAboutLastPageAsync(wire, room, cancellationToken),
                .. await PageProbe.AskAboutLargestPageAsync(wire, readRoom, cancellationToken),
                await AskAboutStopAsync(wire, room, cancellationToken),
                await AskAboutUnknownRoomAsync(wire, cancellationToken),
                await ownRoom.DeleteAndAskAsync(cancellationToken),
            ];
        }
        finally
        {
            await ownRoom.MakeSureItIsGoneAsync();
        }
    }

    private static async Task<Response> AskAboutAdminTokenAsync(Wire wire, string room, CancellationToken cancellationToken)
    {
        var exchange = await wire.GetAsAdminAsync(Targets.Room(room), cancellationToken);
        return new Response("x-admin-token", exchange.Succeeded
            ? "works with this token, as Bearer does"
            : $"{Outcome.Of(exchange)} with this token, while Bearer works");
    }

    private static async Task<Response> AskAboutStopAsync(Wire wire, string room, CancellationToken cancellationToken) =>
        new("stop of an idle room", Outcome.Of(await wire.TryAsync(HttpMethod.Post, Targets.Stop(room), null, cancellationToken)));

    private static async Task<Response> AskAboutUnknownRoomAsync(Wire wire, CancellationToken cancellationToken)
    {
        var unknown = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..24];
        var deletion = await wire.TryAsync(HttpMethod.Delete, Targets.Room(unknown), null, cancellationToken);
        return new Response("delete of an unknown room", Outcome.Of(deletion));
    }
}
