using System.CommandLine;
using System.CommandLine.Parsing;

namespace Amity.Cli.Errors;

/// <summary>Says in one line what is wrong with the words of a command.</summary>
internal static class WrongUsage
{
    public static string Explain(ParseResult parsed)
    {
        var command = NameOf(parsed.CommandResult);
        return $"{Reason(parsed, command)} See: {command} --help";
    }

    private static string Reason(ParseResult parsed, string command)
    {
        // Only the first word, and no value of it: after a misspelt --token comes the token.
        if (parsed.UnmatchedTokens is [var unknown, ..])
        {
            return $"There is no '{unknown.Split('=')[0]}' here.";
        }

        var commands = parsed.CommandResult.Command.Subcommands;
        return commands.Count > 0
            ? $"{command} needs one of: {string.Join(", ", commands.Select(child => child.Name))}."
            : OneLine(parsed.Errors[0].Message);
    }

    private static string OneLine(string message) => string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string NameOf(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{NameOf(parent)} {command.Command.Name}" : command.Command.Name;
}
