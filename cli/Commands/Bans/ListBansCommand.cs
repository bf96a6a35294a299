using System.CommandLine;
using Amity.Cli.Output;
using Amity.Cli.Terminals;

namespace Amity.Cli.Commands.Bans;

/// <summary>amity bans list.</summary>
internal static class ListBansCommand
{
    public static Command Create(Terminal terminal)
    {
        var room = SharedArguments.Room();
        var command = new Command("list", "List the viewers banned from a room, newest first.") { room };
        EnumerationCommand.AddOptions(command);
        return command.Runs(terminal, invocation => EnumerationCommand.RunAsync(
            invocation,
            BanColumns.All,
            (rooms, pageSize) => rooms.ListViewerBansAsync(
                invocation.Parsed.GetRequiredValue(room), new() { PageSize = pageSize }, invocation.CancellationToken)));
    }
}
