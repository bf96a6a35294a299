using System.Diagnostics;

namespace Amity.Tests.Cli;

/// <summary>Runs the real program as a process of its own, with nothing of this machine's settings.</summary>
internal static class AmityProgram
{
    /// <summary>The program's file, beside the tests.</summary>
    public static string File { get; } = Path.Combine(AppContext.BaseDirectory, "Amity.Cli.dll");

    public static Task<CliOutcome> RunAsync(CliSettings settings, params string[] arguments) =>
        RunAsync(settings, "dotnet", [File, .. arguments]);

    /// <summary>Runs it from a line of a shell, to which it is "$@".</summary>
    public static Task<CliOutcome> RunInShellAsync(CliSettings settings, string line, params string[] arguments) =>
        RunAsync(settings, "sh", ["-c", line, "sh", "dotnet", File, .. arguments]);

    /// <summary>Starts it and leaves its streams to the caller.</summary>
    public static Process Start(CliSettings settings, params string[] arguments) => Start(settings, "dotnet", [File, .. arguments]);

    /// <summary>Leaves nothing of this machine's settings but those of the test.</summary>
    public static void SetEnvironment(ProcessStartInfo start, CliSettings settings)
    {
        foreach (var name in start.Environment.Keys.Where(IsSetting).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in settings.Environment)
        {
            start.Environment[name] = value;
        }
    }

    private static async Task<CliOutcome> RunAsync(CliSettings settings, string program, IEnumerable<string> arguments)
    {
        using var process = Start(settings, program, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await using (var input = process.StandardInput)
        {
            await input.WriteAsync(settings.Input);
        }

        await process.WaitForExitAsync();
        return new CliOutcome(process.ExitCode, await output, await error);
    }

    private static Process Start(CliSettings settings, string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = settings.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        SetEnvironment(start, settings);
        return Process.Start(start)!;
    }

    private static bool IsSetting(string name) =>
        name.StartsWith("AMITY_", StringComparison.Ordinal)
        || name.EndsWith("_PROXY", StringComparison.OrdinalIgnoreCase)
        || name is "NO_COLOR" or "COLUMNS";
}
