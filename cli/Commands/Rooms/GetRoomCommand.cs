using System.CommandLine;
using Amity.Cli.Output;
using Amity.Cli.Terminals;

namespace Amity.Cli.Commands.Rooms;

/// <summary>amity rooms get.</summary>
internal static class GetRoomCommand
{
    public static Command Create(Terminal terminal)
    {
        var room = SharedArguments.Room();
        return new Command("get", "Show one room.") { room }.Runs(terminal, async invocation =>
        {
            await using var service = await invocation.OpenAsync();
            var found = await service.Rooms.GetRoomAsync(invocation.Parsed.GetRequiredValue(room), invocation.CancellationToken);
            await invocation.ShowAsync(RoomColumns.All, found);
            return CliExitCodes.Done;
        });
    }
}
