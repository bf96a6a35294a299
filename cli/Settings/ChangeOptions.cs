using System.CommandLine;

namespace Amity.Cli.Settings;

/// <summary>The options of commands that change something.</summary>
internal static class ChangeOptions
{
    public static readonly Option<bool> Yes = new("--yes", "-y") { Description = "Do not ask first." };
    public static readonly Option<bool> DryRun = new("--dry-run") { Description = "Show what would be sent, and send nothing." };

    public static readonly Option<string?> Remaining = new("--remaining")
    {
        Description = "File for the ids that remain if the run is interrupted.",
        HelpName = "path",
    };
}
