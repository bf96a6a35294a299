using System.Text.Json.Nodes;

namespace Amity.Tests.Contract.SpecFile;

/// <summary>Lints the spec; each kind of mistake that would otherwise reach the generated code is planted once.</summary>
internal sealed class LintTests
{
    [Test]
    public async Task Spec_Linted_HasNoFindings()
    {
        var run = await LintAsync(RepoFiles.Root);

        var totals = JsonNode.Parse(run.Output)!["totals"]!;
        ((int)totals["errors"]!).Should().Be(0, run.Output);
        ((int)totals["warnings"]!).Should().Be(0, run.Output);
    }

    [TestCase("type: string\n          maxLength: 1000\n          description: The title,", "type: strng\n          maxLength: 1000\n          description: The title,", "strng", TestName = "Lint_UnknownType_IsReported")]
    [TestCase("maxLength: 1000\n          description: The title,", "maxLenght: 1000\n          description: The title,", "maxLenght", TestName = "Lint_MisspeltKeyword_IsReported")]
    [TestCase("  /api/v1/rooms/{roomId}/stop:", "  /api/v1/rooms/{room}/stop:", "path-parameters-defined", TestName = "Lint_UnmatchedPathParameter_IsReported")]
    [TestCase("operationId: stopRoom", "operationId: getRoom", "operation-operationId-unique", TestName = "Lint_DuplicateOperationId_IsReported")]
    [TestCase("$ref: '#/components/schemas/RoomModeration'", "$ref: '#/components/schemas/RoomModerations'", "no-unresolved-refs", TestName = "Lint_UnresolvedReference_IsReported")]
    [TestCase("openapi: 3.0.3", "openapi: 3.0.3\n  info: [", "Failed to parse", TestName = "Lint_BrokenYaml_IsReported")]
    public async Task Lint_PlantedMistake_IsReported(string right, string wrong, string report)
    {
        var spec = await File.ReadAllTextAsync(RepoFiles.Spec);
        spec.Should().Contain(right, "the mistake has to land somewhere");
        using var folder = new TempFolder();
        folder.Write("redocly.yaml", await File.ReadAllTextAsync(Path.Combine(RepoFiles.Root, "redocly.yaml")));
        folder.Write("openapi/amity.yaml", spec.Replace(right, wrong, StringComparison.Ordinal));

        var run = await LintAsync(folder.FullName);

        run.ExitCode.Should().NotBe(0);
        (run.Output + run.Errors).Should().Contain(report);
    }

    private static Task<NodeTool> LintAsync(string folder) =>
        NodeTool.RunAsync(folder, NodeTool.Linter, "lint", "openapi/amity.yaml", "--config", "redocly.yaml", "--format=json");
}
