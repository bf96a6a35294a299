using Amity.Cli.Output;
using Amity.Cli.Runs;

namespace Amity.Cli.Commands.Rooms;

/// <summary>Shows a single room, or what would be sent for one.</summary>
internal static class RoomOutput
{
    public static async Task<int> WriteAsync(Invocation invocation, Room room)
    {
        var rows = invocation.Rows(RoomColumns.All, isSingle: true);
        rows.Write(room);
        await rows.EndAsync();
        return ExitCodes.Done;
    }

    /// <summary>Sends a change and shows the room as it is then; in a dry run shows the request.</summary>
    public static async Task<int> ChangeAsync(Invocation invocation, Func<IRoomsClient, Task<RoomResult>> sendAsync)
    {
        if (!invocation.IsDryRun)
        {
            await using var service = await invocation.OpenAsync();
            return await WriteAsync(invocation, (await sendAsync(service.Rooms)).Room);
        }

        var rows = invocation.Rows(DryRunRequest.Columns);
        await using var dry = await invocation.OpenDryAsync(rows);
        await sendAsync(dry.Rooms);
        await rows.EndAsync();
        invocation.Terminal.Say("Nothing was sent.");
        return ExitCodes.Done;
    }
}
