using System.CommandLine;
using Amity.Cli.Input;
using Amity.Cli.Runs;
using Amity.Cli.Terminals;

namespace Amity.Cli.Commands;

/// <summary>amity participants remove.</summary>
internal static class RemoveParticipantsCommand
{
    public static Command Create(Terminal terminal)
    {
        var room = SharedArguments.Room();
        var people = new IdInput("user", "participants' user ids", "userId");
        var remove = new Command("remove", "Remove co-hosts from the stage of a room.") { room };
        IdsCommand.AddOptions(remove, people);
        return new Command("participants", "Remove people from a room's stage.")
        {
            remove.Runs(terminal, invocation => IdsCommand.RunAsync(invocation, people, WorkOn(invocation.Parsed.GetRequiredValue(room)))),
        };
    }

    private static IdWork WorkOn(string roomId) => new(
        Command: $"amity participants remove {ShellWord.Of(roomId)}",
        Question: people => $"Remove the {people} from the stage of {roomId}",
        Noun: "participant",
        Done: "removed",
        RunAsync: (service, ids, cancellationToken) => new SingleCalls(
            service.Concurrency,
            id => service.Rooms.RemoveParticipantAsync(roomId, new() { ParticipantUserId = id }, cancellationToken)).RunAsync(ids));
}
