using System.CommandLine;
using Amity.Cli.Input;
using Amity.Cli.Runs;
using Amity.Cli.Terminals;

namespace Amity.Cli.Commands.Rooms;

/// <summary>amity rooms delete.</summary>
internal static class DeleteRoomsCommand
{
    private static readonly IdWork Work = new(
        Command: "amity rooms delete",
        Question: rooms => $"Delete the {rooms}",
        Noun: "room",
        Done: "deleted",
        IdsPerCall: 1,
        SendAsync: (rooms, ids, cancellationToken) => SentIds.SinglyAsync(ids[0], () => rooms.DeleteRoomAsync(ids[0], cancellationToken)));

    public static Command Create(Terminal terminal)
    {
        var rooms = new IdInput("room", "rooms' ids");
        var command = new Command("delete", "Delete rooms.");
        IdsCommand.AddOptions(command, rooms);
        return command.Runs(terminal, invocation => IdsCommand.RunAsync(invocation, rooms, Work));
    }
}
