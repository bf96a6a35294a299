using System.Text.RegularExpressions;

namespace Amity.Tests.Hosting.Docs;

/// <summary>The pages of docs/ show only C# that compiles here, and link only to what is there.</summary>
public sealed class PageTests
{
    private static IEnumerable<string> Pages => Directory.GetFiles(Path.Combine(RepoFiles.Root, "docs"), "*.md")
        .Select(file => Path.GetFileNameWithoutExtension(file))
        .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Pages))]
    public void Page_EveryBlock_IsACompiledRegion(string page)
    {
        var name = string.Concat(page.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        var file = Path.Combine(RepoFiles.Root, "tests", "Hosting", "Docs", $"{name}Snippets.cs");
        var source = File.Exists(file) ? File.ReadAllText(file) : string.Empty;

        var blocks = Regex.Matches(Text(page), "```csharp\n(.*?)```", RegexOptions.Singleline).Select(block => Plain(block.Groups[1].Value));
        var regions = Regex.Matches(source, "#region [^\n]*\n(.*?)#endregion", RegexOptions.Singleline).Select(region => Plain(region.Groups[1].Value));

        blocks.Should().Equal(regions);
    }

    [TestCaseSource(nameof(Pages))]
    public void Page_EveryLink_LeadsToAFile(string page)
    {
        var links = Regex.Matches(Text(page), @"\]\((?!https?:)([^)#]+)[^)]*\)").Select(link => link.Groups[1].Value);

        links.Where(link => !Path.Exists(Path.Combine(RepoFiles.Root, "docs", link))).Should().BeEmpty();
    }

    [Test]
    public void Readme_Length_StaysUnder150Lines() =>
        File.ReadAllLines(Path.Combine(RepoFiles.Root, "README.md")).Should().HaveCountLessThan(150);

    private static string Text(string page) => File.ReadAllText(Path.Combine(RepoFiles.Root, "docs", page + ".md"));

    // Indentation aside.
    private static string Plain(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
}
