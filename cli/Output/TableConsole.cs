using Amity.Cli.Terminals;
using Spectre.Console;

namespace Amity.Cli.Output;

/// <summary>The console that tables are drawn on.</summary>
internal static class TableConsole
{
    // Nothing is cut where no window ends.
    private const int WidthOfNoWindow = 1000;

    public static IAnsiConsole Create(TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = Terminal.OutIsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
        });
        console.Profile.Width = Terminal.OutIsTerminal ? Console.WindowWidth : WidthOfNoWindow;
        return console;
    }
}
