using System.Text.RegularExpressions;

namespace Amity.Tests.Docs;

/// <summary>The C# of a page, and the regions of a source file that hold the same code, compiled; without indentation and empty lines.</summary>
internal static class CodeBlocks
{
    /// <summary>The C# blocks of a page, given its path in the repository.</summary>
    public static IEnumerable<string> OfPage(string page) => Blocks(page, "```csharp\n(.*?)```");

    /// <summary>The regions of a file of this project.</summary>
    public static IEnumerable<string> OfSource(params string[] file) =>
        Blocks(Path.Combine(["tests", "Docs", .. file]), "#region [^\n]*\n(.*?)#endregion");

    private static IEnumerable<string> Blocks(string file, string pattern)
    {
        var path = Path.Combine(RepoFiles.Root, file);
        var text = File.Exists(path) ? File.ReadAllText(path) : string.Empty;
        return Regex.Matches(text, pattern, RegexOptions.Singleline).Select(block => Plain(block.Groups[1].Value));
    }

    // A using directive of the library stands at the top of the file, or in the project.
    private static string Plain(string code) => string.Join('\n', code.Split('\n')
        .Select(line => line.Trim())
        .Where(line => line.Length > 0 && !line.StartsWith("using Amity", StringComparison.Ordinal)));
}
