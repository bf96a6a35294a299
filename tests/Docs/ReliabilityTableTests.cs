using System.Text.RegularExpressions;

namespace Amity.Tests.Docs;

/// <summary>docs/reliability.md names only tests that exist.</summary>
public sealed class ReliabilityTableTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(RepoFiles.Root, "docs", "reliability.md"));

    private static IEnumerable<string> Proofs => Regex.Matches(Page, @"^\| .*? \| (`.*`) \|$", RegexOptions.Multiline)
        .SelectMany(row => row.Groups[1].Value.Split(", "))
        .Select(proof => proof.Trim('`'));

    [Test]
    public void Promises_AreThere() => Proofs.Should().HaveCountGreaterThan(20);

    [TestCaseSource(nameof(Proofs))]
    public void Promise_IsProvedByOneTestThatExists(string proof)
    {
        var tests = Path.Combine(RepoFiles.Root, "tests");

        var found = proof.StartsWith("tests/", StringComparison.Ordinal)
            ? Directory.EnumerateFiles(Path.Combine(RepoFiles.Root, proof), "*.csproj")
            : Directory.EnumerateFiles(tests, proof + ".cs", SearchOption.AllDirectories);

        found.Should().ContainSingle();
    }
}
