using System.Globalization;

namespace Amity.Cli.Terminals;

/// <summary>Makes text harmless for a terminal, which a service or a file could otherwise write to.</summary>
internal static class Printable
{
    public static string Of(string text) => Replace(text, _ => "?");

    /// <summary>JSON whose text is the same, with what is not printable as escapes.</summary>
    public static string OfJson(string json) =>
        Replace(json, letter => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"));

    private static string Replace(string text, Func<char, string> substitute) =>
        text.All(IsPrintable) ? text : string.Concat(text.Select(letter => IsPrintable(letter) ? $"{letter}" : substitute(letter)));

    // Format characters turn the direction of what follows.
    private static bool IsPrintable(char letter) =>
        !char.IsControl(letter) && (char.GetUnicodeCategory(letter) != UnicodeCategory.Format || letter is '\u200d' or '\u200c');
}
