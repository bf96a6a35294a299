using System.Text.RegularExpressions;

namespace Amity.Tests.Conventions;

/// <summary>A comment gives its reason itself, and sends nobody to an issue.</summary>
public sealed partial class CommentTests
{
    [Test]
    public void Comments_OfTheRepository_NameNoIssue()
    {
        var comments = Sources.Lines(Sources.CSharp).Where(line => line.Text.Contains("//")).ToArray();

        comments.Should().HaveCountGreaterThan(1000);
        comments.Where(line => IssueNumber().IsMatch(line.Text)).Should().BeEmpty();
    }

    [TestCase("Broken since #12.")]
    [TestCase("(issue 4)")]
    [TestCase("<summary>The case of Issue #7.</summary>")]
    public void IssueNumber_InAnySpelling_IsFound(string comment) => $"Call(); // {comment}".Should().MatchRegex(IssueNumber());

    [TestCase("PKCS #1 padding")]
    [TestCase("&amp;#45; is a hyphen")]
    [TestCase("https://example.com/page#12")]
    public void OtherNumber_InAComment_IsNotFound(string comment) => $"Call(); // {comment}".Should().NotMatchRegex(IssueNumber());

    [GeneratedRegex(@"//.*((?<![\w;&]|PKCS )#\d+|\bissue \d+)", RegexOptions.IgnoreCase)]
    private static partial Regex IssueNumber();
}
