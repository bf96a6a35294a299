using System.Text.Json.Nodes;

namespace Amity.Tests.Cli;

/// <summary>What a run of the program left behind.</summary>
internal sealed record CliOutcome(int ExitCode, string Output, string Error)
{
    /// <summary>The rows of JSON output.</summary>
    public IReadOnlyList<JsonNode> Rows => [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];

    public IReadOnlyList<string?> Column(string name) => [.. Rows.Select(row => row[name]?.ToString())];
}
