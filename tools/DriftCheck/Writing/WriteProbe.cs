using System.Globalization;
using Amity.DriftCheck.Observing;

namespace Amity.DriftCheck.Writing;

/// <summary>Settles the open questions of openapi/rooms/DECISIONS.md on a room of its own, which is gone at the end whatever happens.</summary>
internal static class WriteProbe
{
    /// <exception cref="CannotCheckException">No room could be made, the service was lost, or the room could not be deleted.</exception>
    public static async Task<IReadOnlyList<SettledQuestion>> RunAsync(ServiceClient client, string readRoom, CancellationToken cancellationToken)
    {
        var title = $"amity-drift-check {Guid.NewGuid():N}";
        var temporaryRoom = new TemporaryRoom(client, title, readRoom);
        try
        {
            var room = await temporaryRoom.CreateAsync(cancellationToken);
            return
            [
                await StatusesProbe.AskAsync(client, room, cancellationToken),
                await ChatSwitchProbe.AskAsync(client, room, cancellationToken),
                await ChatSwitchProbe.AskAboutAbsentFieldsAsync(client, room, title, cancellationToken),
                .. await BanProbe.AskAsync(client, room, readRoom, cancellationToken),
                await AskAboutAdminTokenAsync(client, room, cancellationToken),
                await PageProbe.AskAboutLastPageAsync(client, room, cancellationToken),
                .. await PageProbe.AskAboutLargestPageAsync(client, readRoom, cancellationToken),
                await AskAboutStopAsync(client, room, cancellationToken),
                await AskAboutUnknownRoomAsync(client, cancellationToken),
                await temporaryRoom.DeleteAndAskAsync(cancellationToken),
            ];
        }
        finally
        {
            await temporaryRoom.MakeSureItIsGoneAsync();
        }
    }

    private static async Task<SettledQuestion> AskAboutAdminTokenAsync(ServiceClient client, string room, CancellationToken cancellationToken)
    {
        var exchange = await client.GetAsAdminAsync(OperationPaths.Room(room), cancellationToken);
        return new SettledQuestion("x-admin-token", exchange.Succeeded
            ? "works with this token, as Bearer does"
            : $"{ResponseSummary.Of(exchange)} with this token, while Bearer works");
    }

    private static async Task<SettledQuestion> AskAboutStopAsync(ServiceClient client, string room, CancellationToken cancellationToken) =>
        new("stop of an idle room", ResponseSummary.Of(await client.TryAsync(HttpMethod.Post, OperationPaths.Stop(room), null, cancellationToken)));

    private static async Task<SettledQuestion> AskAboutUnknownRoomAsync(ServiceClient client, CancellationToken cancellationToken)
    {
        var unknown = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..24];
        var deletion = await client.TryAsync(HttpMethod.Delete, OperationPaths.Room(unknown), null, cancellationToken);
        return new SettledQuestion("delete of an unknown room", ResponseSummary.Of(deletion));
    }
}
