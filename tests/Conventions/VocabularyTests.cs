using System.Text.RegularExpressions;

namespace Amity.Tests.Conventions;

/// <summary>What users read, from names to the tool's help, says things in the words of the field and no others.</summary>
public sealed partial class VocabularyTests
{
    // Names that others gave.
    private static readonly string[] Foreign = ["ConnectionRefused"];

    // With comments and internals: the summaries are published, and code reads best in the words of its surface.
    [TestCase("src")]
    [TestCase("sandbox")]
    [TestCase("cli")]
    [TestCase("docs")]
    public void Words_OfASourceFolder_AreThoseOfTheField(string folder)
    {
        var lines = Sources.Lines(Sources.In(folder, "*.cs", "*.md")).ToArray();

        lines.Should().HaveCountGreaterThan(1000);
        lines.Where(line => Avoided().IsMatch(Words(line.Text))).Select(line => $"{line.Place} {line.Text.Trim()}").Should().BeEmpty();
    }

    [TestCase("the service's answer")]
    [TestCase("WalkAsync")]
    [TestCase("_paces")]
    [TestCase("REFUSED_BY")]
    [TestCase("RefusalOf")]
    [TestCase("tells apart")]
    [TestCase("HavingIds")]
    [TestCase("ann is no id.")]
    public void Avoided_InAnySpelling_IsFound(string text) => Words(text).Should().MatchRegex(Avoided());

    [TestCase("namespace Amity")]
    [TestCase("the space between")]
    [TestCase("a sidewalk")]
    [TestCase("SocketError.ConnectionRefused")]
    [TestCase("there is no idle room")]
    public void OtherWords_ThatOnlyLookAlike_AreNotFound(string text) => Words(text).Should().NotMatchRegex(Avoided());

    /// <summary>A text with the words of its compound names apart.</summary>
    private static string Words(string text) => Compound().Replace(Foreign.Aggregate(text, (rest, name) => rest.Replace(name, null)), " ");

    [GeneratedRegex(@"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_")]
    private static partial Regex Compound();

    [GeneratedRegex(
        @"\b(answer(s|ed|ing)?|walk(s|ed|ing|er)?|pac(e|es|ed|er|ing)|refus(e|es|ed|al|als|ing)|tell(s|ing)?|told|having|misfits?|is no id)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Avoided();
}
