using Amity.Cli.Terminals;
using Spectre.Console;

namespace Amity.Cli.Output;

/// <summary>The console that rows for people are drawn on.</summary>
internal static class TableConsole
{
    public static IAnsiConsole Create(TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = Terminal.OutIsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
        });
        // It would cut lines by hard breaks; what the terminal itself wraps can be copied whole.
        console.Profile.Width = int.MaxValue;
        return console;
    }
}
