using System.Text.Json.Nodes;

namespace Amity.Tests.Contract.SpecFile;

/// <summary>Lints the merged spec; each kind of mistake that the build leaves to the linter is planted once.</summary>
internal sealed class LintTests
{
    [Test]
    public async Task Spec_Linted_HasNoFindings()
    {
        var run = await LintAsync(RepoFiles.Spec);

        var totals = JsonNode.Parse(run.Output)!["totals"]!;
        ((int)totals["errors"]!).Should().Be(0, run.Output);
        ((int)totals["warnings"]!).Should().Be(0, run.Output);
    }

    [TestCase("\"example\": \"lastCreated\"", "\"example\": \"newest\"", "no-invalid-parameter-examples", TestName = "Lint_ArgumentThatIsNoExample_IsReported")]
    [TestCase("\"liveChatEnabled\": true", "\"liveChatEnabled\": \"yes\"", "no-invalid-media-type-examples", TestName = "Lint_BodyThatIsNoExample_IsReported")]
    [TestCase("\"participantUserId\": {", "\"participantId\": {", "no-required-schema-properties-undefined", TestName = "Lint_RequiredFieldWithoutSchema_IsReported")]
    [TestCase("\"firstCreated\"", "1", "no-enum-type-mismatch", TestName = "Lint_EnumValueOfAnotherType_IsReported")]
    [TestCase("\"description\": \"The new room is idle", "\"x-description\": \"The new room is idle", "operation-description", TestName = "Lint_OperationWithoutWords_IsReported")]
    public async Task Lint_PlantedMistake_IsReported(string right, string wrong, string report)
    {
        var spec = await File.ReadAllTextAsync(RepoFiles.Spec);
        spec.Should().Contain(right, "the mistake has to land somewhere");
        using var folder = new TempFolder();

        var run = await LintAsync(folder.Write("wrong.json", spec.Replace(right, wrong, StringComparison.Ordinal)));

        run.ExitCode.Should().NotBe(0);
        (run.Output + run.Errors).Should().Contain(report);
    }

    private static Task<NodeTool> LintAsync(string spec) =>
        NodeTool.RunAsync(RepoFiles.Root, NodeTool.Linter, "lint", spec, "--config", "redocly.yaml", "--format=json");
}
