namespace Amity.Tests.Docs;

/// <summary>docs/errors-and-retries.md has every exception, category and kind of transport failure.</summary>
public sealed class ErrorsPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(RepoFiles.Root, "docs", "errors-and-retries.md"));

    private static IEnumerable<string> Exceptions => typeof(AmityException).Assembly.GetExportedTypes()
        .Where(type => typeof(Exception).IsAssignableFrom(type) && !type.IsAbstract)
        .Select(type => type.Name);

    private static IEnumerable<string> Failures => Enum.GetNames<AmityTransportFailure>();

    private static IEnumerable<string> Categories => Enum.GetNames<AmityErrorCategory>();

    [TestCaseSource(nameof(Exceptions))]
    [TestCaseSource(nameof(Categories))]
    [TestCaseSource(nameof(Failures))]
    public void Name_ThatACallerMayMeet_IsInATable(string name) =>
        Page.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('|')[1])
            .Should().Contain(cell => cell.Contains($"`{name}`", StringComparison.Ordinal));
}
