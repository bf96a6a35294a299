using System.Text.RegularExpressions;

namespace Amity.Tests.Cli.Terminals;

/// <summary>One command of a recorded session, and what is done while it runs.</summary>
/// <param name="Command">The line that is typed.</param>
/// <param name="Response">What is responded to when it asks; null when it does not.</param>
/// <param name="StopAt">The text at which Ctrl-C is pressed; null when it is not.</param>
internal sealed partial record SessionStep(string Command, string? Response, string? StopAt)
{
    /// <summary>Reads the steps of a block: each begins with a prompt, and inputs stand where they were given.</summary>
    public static IReadOnlyList<SessionStep> Of(string block) =>
    [
        .. Prompt().Split(block).Skip(1).Select(step =>
        {
            var command = step.Split('\n')[0];
            return new SessionStep(command, ValueOf(Question().Match(step)), ValueOf(Stop().Match(command)));
        }),
    ];

    private static string? ValueOf(Match match) => match.Success ? match.Groups[1].Value : null;

    [GeneratedRegex(@"^\$ ", RegexOptions.Multiline)]
    private static partial Regex Prompt();

    [GeneratedRegex(@"\[y/N\] (.*)$", RegexOptions.Multiline)]
    private static partial Regex Question();

    [GeneratedRegex("# Ctrl-C at \"(.+)\"$")]
    private static partial Regex Stop();
}
