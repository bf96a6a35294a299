using System.CommandLine;

namespace Amity.Cli.Settings;

/// <summary>The options that every command takes.</summary>
internal static class SharedOptions
{
    public static readonly Option<string?> Token = new("--token")
    {
        Description = $"A user's or admin's token; better in {EnvironmentNames.Token}.",
        HelpName = "token",
        Recursive = true,
    };

    public static readonly Option<string?> AdminToken = new("--admin-token")
    {
        Description = $"An admin token, sent as x-admin-token; better in {EnvironmentNames.AdminToken}.",
        HelpName = "token",
        Recursive = true,
    };

    public static readonly Option<string?> Region = new("--region")
    {
        Description = $"us, eu or sg; or {EnvironmentNames.Region}.",
        HelpName = "region",
        Recursive = true,
    };

    public static readonly Option<string?> BaseUrl = new("--base-url")
    {
        Description = $"An address instead of a region; or {EnvironmentNames.BaseUrl}.",
        HelpName = "url",
        Recursive = true,
    };

    public static readonly Option<bool> Sandbox = new("--sandbox") { Description = "Run against a fresh sandbox with demo rooms and bans.", Recursive = true };

    public static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "table, json or csv; a table on a terminal, json in a pipe.",
        HelpName = "format",
        Recursive = true,
    };

    public static readonly Option<bool> Verbose = new("--verbose") { Description = "Show where a failure came from.", Recursive = true };

    static SharedOptions() => Output.AcceptOnlyFromAmong("table", "json", "csv");

    public static IReadOnlyList<Option> All { get; } = [Token, AdminToken, Region, BaseUrl, Sandbox, Output, Verbose];
}
