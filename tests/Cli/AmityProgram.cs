using System.Diagnostics;

namespace Amity.Tests.Cli;

/// <summary>Runs the real program as a process of its own, with nothing of this machine's settings.</summary>
internal static class AmityProgram
{
    /// <summary>The program's file, beside the tests.</summary>
    public static string File { get; } = Path.Combine(AppContext.BaseDirectory, "Amity.Cli.dll");

    public static async Task<CliOutcome> RunAsync(CliSettings settings, params string[] arguments)
    {
        using var process = Start(settings, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await using (var input = process.StandardInput)
        {
            await input.WriteAsync(settings.Input);
        }

        await process.WaitForExitAsync();
        return new CliOutcome(process.ExitCode, await output, await error);
    }

    /// <summary>Starts it and leaves its streams to the caller.</summary>
    public static Process Start(CliSettings settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [File, .. arguments])
        {
            WorkingDirectory = settings.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AMITY_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in settings.Environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
