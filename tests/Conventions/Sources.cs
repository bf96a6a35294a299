using System.Text.RegularExpressions;

namespace Amity.Tests.Conventions;

/// <summary>The files that people write, not those that builds put beside them.</summary>
internal static partial class Sources
{
    /// <summary>The C# that is written by hand, in the whole repository.</summary>
    internal static IEnumerable<string> CSharp => In("", "*.cs").Where(file => !file.EndsWith(".g.cs", StringComparison.Ordinal));

    internal static IEnumerable<string> In(string folder, params string[] patterns) => patterns
        .SelectMany(pattern => Directory.EnumerateFiles(Path.Combine(RepoFiles.Root, folder), pattern, SearchOption.AllDirectories))
        .Where(file => !BuildFolder().IsMatch(file));

    /// <summary>The lines of files, each with its place.</summary>
    internal static IEnumerable<(string Place, string Text)> Lines(IEnumerable<string> files) => files
        .SelectMany(file => File.ReadLines(file).Select((text, i) => ($"{Path.GetRelativePath(RepoFiles.Root, file)}:{i + 1}", text)));

    [GeneratedRegex(@"[/\\](bin|obj|node_modules)[/\\]")]
    private static partial Regex BuildFolder();
}
