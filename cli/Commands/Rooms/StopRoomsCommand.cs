using System.CommandLine;
using Amity.Cli.Input;
using Amity.Cli.Runs;
using Amity.Cli.Terminals;

namespace Amity.Cli.Commands.Rooms;

/// <summary>amity rooms stop.</summary>
internal static class StopRoomsCommand
{
    private static readonly IdWork Work = new(
        Command: "amity rooms stop",
        Question: rooms => $"Stop the {rooms}",
        Noun: "room",
        Done: "stopped",
        IdsPerCall: 1,
        SendAsync: (rooms, ids, cancellationToken) => SentIds.SinglyAsync(ids[0], () => rooms.StopRoomAsync(ids[0], cancellationToken)));

    public static Command Create(Terminal terminal)
    {
        var rooms = new IdInput("room", "rooms' ids");
        var command = new Command("stop", "End the broadcasts of rooms.");
        IdsCommand.AddOptions(command, rooms);
        return command.Runs(terminal, invocation => IdsCommand.RunAsync(invocation, rooms, Work));
    }
}
