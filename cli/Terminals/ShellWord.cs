namespace Amity.Cli.Terminals;

/// <summary>A word as a shell takes it.</summary>
internal static class ShellWord
{
    public static string Of(string word) =>
        word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '/' or ':' or '\\')
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
