using System.CommandLine;
using Amity.Cli.Terminals;

namespace Amity.Cli.Commands;

/// <summary>What every command does the same way.</summary>
internal static class CommandExtensions
{
    public static Command Runs(this Command command, Terminal terminal, Func<Invocation, Task<int>> run)
    {
        command.SetAction((parsed, cancellationToken) => new Invocation(parsed, terminal, cancellationToken).RunAsync(run));
        return command;
    }
}
