using System.CommandLine;
using System.CommandLine.Parsing;

namespace Amity.Cli.Errors;

/// <summary>Says in one line what is wrong with the words of a command.</summary>
internal static class WrongUsage
{
    public static string Explain(ParseResult parsed)
    {
        // Only the first: after a misspelt --token, the next one would repeat the token.
        var reason = WithoutValues(parsed.Errors[0].Message.ReplaceLineEndings(" ").TrimEnd('.'), parsed.UnmatchedTokens);
        return $"{reason}. See: {NameOf(parsed.CommandResult)} --help";
    }

    private static string WithoutValues(string reason, IEnumerable<string> words)
    {
        foreach (var word in words.Where(word => word.Contains('=', StringComparison.Ordinal)))
        {
            reason = reason.Replace(word, word[..word.IndexOf('=', StringComparison.Ordinal)], StringComparison.Ordinal);
        }

        return reason;
    }

    private static string NameOf(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{NameOf(parent)} {command.Command.Name}" : command.Command.Name;
}
