using Amity.Cli.Output;
using Amity.Cli.Runs;
using Amity.Rooms;

namespace Amity.Cli.Commands.Rooms;

/// <summary>Changes a single room.</summary>
internal static class RoomChange
{
    /// <summary>Sends a change and shows the room as it is then; in a dry run shows the request.</summary>
    public static async Task<int> RunAsync(Invocation invocation, Func<RoomsClient, Task<Room>> sendAsync)
    {
        if (!invocation.IsDryRun)
        {
            await using var service = await invocation.OpenAsync();
            await invocation.ShowAsync(RoomColumns.All, await sendAsync(service.Rooms));
            return CliExitCodes.Done;
        }

        var rows = invocation.Rows(DryRunRequest.Columns);
        await using var dry = await invocation.OpenDryAsync(rows.Write);
        await sendAsync(dry.Rooms);
        await rows.EndAsync();
        invocation.Terminal.Say("Nothing was sent.");
        return CliExitCodes.Done;
    }
}
