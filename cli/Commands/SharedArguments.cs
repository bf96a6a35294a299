using System.CommandLine;

namespace Amity.Cli.Commands;

/// <summary>Arguments of several commands.</summary>
internal static class SharedArguments
{
    public static Argument<string> Room() => new("room") { Description = "The room's id." };
}
