using System.CommandLine;
using Amity.Cli.Input;
using Amity.Cli.Runs;
using Amity.Cli.Terminals;
using Amity.Rooms;

namespace Amity.Cli.Commands.Rooms;

/// <summary>amity rooms stop and amity rooms delete.</summary>
internal static class EachRoomCommand
{
    public static Command CreateStop(Terminal terminal) =>
        Create(
            terminal, "stop", "End the broadcasts of rooms.", "Stop", "stopped",
            (rooms, roomId, cancellationToken) => rooms.StopRoomAsync(roomId, cancellationToken));

    public static Command CreateDelete(Terminal terminal) =>
        Create(
            terminal, "delete", "Delete rooms.", "Delete", "deleted",
            (rooms, roomId, cancellationToken) => rooms.DeleteRoomAsync(roomId, cancellationToken));

    private static Command Create(
        Terminal terminal, string name, string description, string verb, string done, Func<RoomsClient, string, CancellationToken, Task> sendAsync)
    {
        var work = new IdWork(
            Command: $"amity rooms {name}",
            Question: rooms => $"{verb} the {rooms}",
            Noun: "room",
            Done: done,
            RunAsync: (service, ids, cancellationToken) =>
                new SingleCalls(service.Concurrency, id => sendAsync(service.Rooms, id, cancellationToken)).RunAsync(ids));
        var rooms = new IdInput("room", "rooms' ids", "roomId");
        var command = new Command(name, description);
        IdsCommand.AddOptions(command, rooms);
        return command.Runs(terminal, invocation => IdsCommand.RunAsync(invocation, rooms, work));
    }
}
