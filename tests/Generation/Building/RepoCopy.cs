using System.Diagnostics;

namespace Amity.Tests.Generation.Building;

/// <summary>A copy of what generating the client needs, so that the repository stays untouched.</summary>
internal sealed class RepoCopy : IDisposable
{
    private static readonly string[] Files =
    [
        "global.json", "nswag.json", ".editorconfig", "Directory.Build.props", "Directory.Packages.props",
        "build/Generate.targets", "build/Package.props", "build/Spec.targets", "src/Amity.csproj",
    ];

    private static readonly string[] Folders = ["build/Spec", "build/templates", "openapi"];

    private readonly string _root = Directory.CreateTempSubdirectory("amity generation-").FullName;

    internal RepoCopy()
    {
        foreach (var file in Files.Concat(Folders.SelectMany(FilesBelow)))
        {
            var copy = PathOf(file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(Repo.Root, file), copy);
        }
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    internal string PathOf(string file) => Path.Combine(_root, file);

    /// <summary>Runs dotnet and gives its exit code and everything it wrote.</summary>
    internal async Task<(int ExitCode, string Output)> DotnetAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = _root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The settings of the MSBuild that runs the tests are not those of this one.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(output));
    }

    private static IEnumerable<string> FilesBelow(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repo.Root, folder), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repo.Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal));
}
