using System.CommandLine;

namespace Amity.Cli.Settings;

/// <summary>Tokens that nothing may show, whoever repeats them; its own text form does not.</summary>
internal sealed class Secret(params IEnumerable<string> tokens)
{
    // Anything shorter stands in other text by chance.
    private const int Shortest = 8;

    private readonly string[] _forms =
        [.. tokens.Where(token => token.Length >= Shortest).SelectMany(token => new[] { token, Uri.EscapeDataString(token) })];

    /// <summary>All tokens that a command was given, whether it uses them or not.</summary>
    public static Secret Of(ParseResult parsed)
    {
        Option[] options = [SharedOptions.Token, SharedOptions.AdminToken];
        string[] variables = [EnvironmentNames.Token, EnvironmentNames.AdminToken];
        return new Secret(
        [
            .. options.SelectMany(option => parsed.GetResult(option)?.Tokens ?? []).Select(token => token.Value),
            .. variables.Select(Environment.GetEnvironmentVariable).OfType<string>(),
        ]);
    }

    public bool IsIn(string text) => Array.Exists(_forms, form => text.Contains(form, StringComparison.Ordinal));

    public string RemoveFrom(string text) => _forms.Aggregate(text, (rest, form) => rest.Replace(form, "***", StringComparison.Ordinal));
}
