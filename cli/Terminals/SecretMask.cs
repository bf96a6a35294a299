using System.CommandLine;
using Amity.Cli.Settings;
using Amity.Core.Authentication;

namespace Amity.Cli.Terminals;

/// <summary>Tokens that nothing may show, whoever repeats them, in whichever spelling; its own text form does not.</summary>
internal sealed class SecretMask(params IEnumerable<string> tokens)
{
    // Anything shorter stands in other text by chance.
    private const int Shortest = 8;

    private readonly TokenRedaction _redaction = new([.. tokens.Where(token => token.Length >= Shortest)]);

    /// <summary>All tokens that a command was given, whether it uses them or not.</summary>
    public static SecretMask Of(ParseResult parsed)
    {
        Option[] options = [SharedOptions.Token, SharedOptions.AdminToken];
        string[] variables = [EnvironmentNames.Token, EnvironmentNames.AdminToken];
        return new SecretMask(
        [
            .. options.SelectMany(option => parsed.GetResult(option)?.Tokens ?? []).Select(token => token.Value),
            .. variables.Select(Environment.GetEnvironmentVariable).OfType<string>(),
        ]);
    }

    public bool IsIn(string text) => RemoveFrom(text) != text;

    public string RemoveFrom(string text) => _redaction.RemoveFrom(text);
}
