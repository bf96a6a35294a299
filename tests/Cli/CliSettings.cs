namespace Amity.Tests.Cli;

/// <summary>What a run of the program finds around it.</summary>
internal sealed record CliSettings(string Folder)
{
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public string Input { get; init; } = string.Empty;
}
