using System.Text.Json.Nodes;

namespace Amity.Tests.Drift;

/// <summary>What a run of the program left behind.</summary>
internal sealed record CheckOutcome(int ExitCode, string Output, string Error)
{
    public JsonNode Report => JsonNode.Parse(Output)!;

    /// <summary>Every finding as kind, operation, path and detail.</summary>
    public IReadOnlyList<string> Findings =>
        [.. Report["findings"]!.AsArray().Select(finding => $"{finding!["kind"]} {finding["operation"]} {finding["path"]} {finding["detail"]}")];

    public string ResultOf(string question) =>
        (string)Report["openQuestions"]!.AsArray().Single(entry => (string)entry!["question"]! == question)!["result"]!;
}
