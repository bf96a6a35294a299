using System.CommandLine;
using Amity.Cli.Input;
using Amity.Cli.Runs;
using Amity.Cli.Terminals;

namespace Amity.Cli.Commands.Bans;

/// <summary>The group bans.</summary>
internal static class BansCommands
{
    // The ids of a command are different already.
    private static readonly BulkOptions Options = new() { DuplicateWindow = 0 };

    public static Command Create(Terminal terminal) => new("bans", "List, ban and unban viewers.")
    {
        ListBansCommand.Create(terminal),
        CreateBulk(terminal, "add", "Ban viewers from a room, any number.", AddTo),
        CreateBulk(terminal, "remove", "Unban viewers of a room, any number.", RemoveFrom),
    };

    private static Command CreateBulk(Terminal terminal, string name, string description, Func<string, IdWork> workOn)
    {
        var room = SharedArguments.Room();
        var viewers = new IdInput("user", "viewers' user ids", "userId");
        var command = new Command(name, description) { room };
        IdsCommand.AddOptions(command, viewers);
        return command.Runs(terminal, invocation => IdsCommand.RunAsync(invocation, viewers, workOn(invocation.Parsed.GetRequiredValue(room))));
    }

    private static IdWork AddTo(string roomId) => new(
        Command: $"amity bans add {ShellWord.Of(roomId)}",
        Question: viewers => $"Ban the {viewers} from {roomId}",
        Noun: "viewer",
        Done: "banned",
        RunAsync: (service, ids, cancellationToken) => service.Rooms.BulkBanViewersStreamingAsync(roomId, ids, Options, cancellationToken));

    private static IdWork RemoveFrom(string roomId) => new(
        Command: $"amity bans remove {ShellWord.Of(roomId)}",
        Question: viewers => $"Unban the {viewers} in {roomId}",
        Noun: "viewer",
        Done: "unbanned",
        RunAsync: (service, ids, cancellationToken) => service.Rooms.BulkUnbanViewersStreamingAsync(roomId, ids, Options, cancellationToken));
}
