using System.Diagnostics;

namespace Amity.Tests.Contract;

/// <summary>What a command line tool responded.</summary>
internal sealed record NodeTool(int ExitCode, string Output, string Errors)
{
    public static string Comparator { get; } = Installed("@pactflow/openapi-pact-comparator/dist/cli.cjs");

    public static string Linter { get; } = Installed("@redocly/cli/bin/cli.js");

    /// <summary>Runs a script of build/npm, with usage reporting off.</summary>
    public static async Task<NodeTool> RunAsync(string folder, string script, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("node", [script, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["REDOCLY_TELEMETRY"] = "off";
        start.Environment["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new NodeTool(process.ExitCode, await output, await errors);
    }

    private static string Installed(string script) => Path.Combine(RepoFiles.Root, "build", "npm", "node_modules", script);
}
