using System.Text.RegularExpressions;

namespace Amity.Tests.Docs;

/// <summary>README.md, that of the sandbox and the pages of docs/ show only C# that compiles here, and link only to what is there.</summary>
public sealed class DocsPageTests
{
    private static IEnumerable<string> Pages => Directory.GetFiles(Path.Combine(RepoFiles.Root, "docs"), "*.md")
        .Append(Path.Combine(RepoFiles.Root, "README.md"))
        .Append(Path.Combine(RepoFiles.Root, "sandbox", "README.md"))
        .Select(file => Path.GetRelativePath(RepoFiles.Root, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Pages))]
    public void Page_EveryBlock_IsACompiledRegion(string page)
    {
        var words = Path.ChangeExtension(page, null).Replace("docs/", null).ToLowerInvariant().Split('-', '/');
        var name = string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

        CodeBlocks.OfPage(page).Should().Equal(CodeBlocks.OfSource("Snippets", $"{name}Snippets.cs"));
    }

    [TestCaseSource(nameof(Pages))]
    public void Page_EveryLink_LeadsToAFile(string page)
    {
        var file = Path.Combine(RepoFiles.Root, page);
        var links = Regex.Matches(File.ReadAllText(file), @"\]\((?!https?:)([^)#]+)[^)]*\)").Select(link => link.Groups[1].Value);

        links.Where(link => !Path.Exists(Path.Combine(Path.GetDirectoryName(file)!, link))).Should().BeEmpty();
    }

    [Test]
    public void Readme_Length_StaysUnder150Lines() =>
        File.ReadAllLines(Path.Combine(RepoFiles.Root, "README.md")).Should().HaveCountLessThan(150);
}
