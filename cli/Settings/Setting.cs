using System.CommandLine;
using Amity.Cli.Errors;

namespace Amity.Cli.Settings;

/// <summary>A value and where it was found, so that a message can name the place without the value.</summary>
internal sealed record Setting(string Source, string Value)
{
    /// <summary>The one of two that is set; an option overrides the environment.</summary>
    public static (Setting? First, Setting? Second) OneOf(
        ParseResult parsed, (Option<string?> Option, string Variable) first, (Option<string?> Option, string Variable) second)
    {
        var options = (First: FromOption(parsed, first.Option), Second: FromOption(parsed, second.Option));
        var found = options is (null, null) ? (FromEnvironment(first.Variable), FromEnvironment(second.Variable)) : options;
        return found is ({ } one, { } other)
            ? throw new UsageException($"{one.Source} and {other.Source} are both set, and only one can count: leave one out.")
            : found;
    }

    private static Setting? FromOption(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } value ? new Setting(option.Name, value) : null;

    private static Setting? FromEnvironment(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? new Setting(variable, value) : null;
}
