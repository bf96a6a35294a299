using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Amity.Tests.Cli.Terminals;

/// <summary>Runs the program in a pseudo-terminal of a size, by script; both its streams are that terminal.</summary>
internal static partial class PseudoTerminal
{
    /// <summary>Runs a command and gives what was written, with line ends as in files and, unless kept, without styles.</summary>
    /// <param name="settings">Folder and environment.</param>
    /// <param name="columns">The width; 0 for a terminal that does not know its size.</param>
    /// <param name="keepStyles">Whether escape sequences stay.</param>
    /// <param name="arguments">The command's words.</param>
    public static async Task<CliOutcome> RunAsync(CliSettings settings, int columns, bool keepStyles, params string[] arguments)
    {
        var rows = columns == 0 ? 0 : 24;
        var words = arguments.Prepend(AmityProgram.File).Select(word => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'");
        var line = string.Create(CultureInfo.InvariantCulture, $"stty cols {columns} rows {rows}; exec dotnet {string.Join(' ', words)}");
        var start = new ProcessStartInfo("script", ["-qec", line, "/dev/null"])
        {
            WorkingDirectory = settings.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        AmityProgram.SetEnvironment(start, settings);
        using var process = Process.Start(start)!;
        var output = (await process.StandardOutput.ReadToEndAsync()).Replace("\r\n", "\n", StringComparison.Ordinal);
        await process.WaitForExitAsync();
        return new CliOutcome(process.ExitCode, keepStyles ? output : EscapeSequence().Replace(output, string.Empty), string.Empty);
    }

    [GeneratedRegex("\e(\\[[0-9;?]*[A-Za-z]|[=>])")]
    private static partial Regex EscapeSequence();
}
