using System.Text.Json.Nodes;

namespace Amity.Tests.Contract.SpecFile;

/// <summary>Holds the committed pacts against the spec.</summary>
internal sealed class ComparatorTests
{
    [Test]
    public async Task CommittedPacts_ComparedWithSpec_Fit()
    {
        var findings = await CompareAsync([.. PactFile.All.Select(pact => pact.Committed.FullName)]);

        // The comparator knows no plain text; what the sandbox sends is held against the spec all the same.
        findings.Where(finding => !((string)finding["message"]!).Contains("'text/plain' is not supported", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [TestCase("DELETE body", "the example of removeParticipant", "request.body.incompatible")]
    [TestCase("query", "a request for the first page of rooms", "request.query.incompatible")]
    [TestCase("response", "the example of banViewers", "response.body.incompatible")]
    [TestCase("path", "the example of getRoom", "request.path-or-method.unknown")]
    public async Task WrongPact_ComparedWithSpec_IsFound(string mistake, string description, string code)
    {
        var pact = JsonNode.Parse(await File.ReadAllTextAsync(new PactFile("rooms").Committed.FullName))!;
        Plant(mistake, pact["interactions"]!.AsArray().Single(interaction => (string)interaction!["description"]! == description)!);
        using var folder = new TempFolder();

        var findings = await CompareAsync([folder.Write("wrong.json", pact.ToJsonString())]);

        findings.Should().Contain(finding => (string)finding["code"]! == code);
    }

    private static void Plant(string mistake, JsonNode interaction)
    {
        switch (mistake)
        {
            case "DELETE body":
                interaction["request"]!["body"]!["content"] = new JsonObject { ["participant"] = "ben" };
                break;
            case "query":
                interaction["request"]!["query"]!["options[limit]"] = new JsonArray("two");
                break;
            case "response":
                interaction["response"]!["body"]!["content"] = new JsonObject { ["success"] = "yes" };
                break;
            case "path":
                interaction["request"]!["path"] = "/api/v1/room";
                break;
        }
    }

    private static async Task<IReadOnlyList<JsonNode>> CompareAsync(IReadOnlyList<string> pacts)
    {
        using var folder = new TempFolder();
        IEnumerable<string> files = [RepoFiles.Spec, .. pacts];
        var copies = files.Select((file, number) => folder.Write($"{number}.json", WithPlainNames(File.ReadAllText(file))));
        var run = await NodeTool.RunAsync(RepoFiles.Root, NodeTool.Comparator, ["--oas", .. copies]);

        // A file that cannot be read gives no line at all.
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Should().HaveSameCount(pacts, run.Errors);
        var findings = lines.Select(line => JsonNode.Parse(line)!.AsArray()).ToList();
        run.ExitCode.Should().Be(findings.Count(file => file.Any(finding => (string?)finding!["type"] == "error")));
        return [.. findings.SelectMany(file => file).Select(finding => finding!)];
    }

    // The comparator takes the brackets of name[] for its own notation, and finds no parameter of that name.
    private static string WithPlainNames(string json) => json.Replace("[]\"", "\"", StringComparison.Ordinal);
}
