using System.Buffers;

namespace Amity.Cli.Output;

/// <summary>Text in a cell of CSV: quoted where needed (RFC 4180), and never a formula when a spreadsheet opens it.</summary>
internal static class CsvCell
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r\n");

    /// <summary>The text as a cell; an apostrophe goes before what would begin a formula.</summary>
    public static string Write(string text) => Quote(IsFormula(text) ? $"'{text}" : text);

    /// <summary>The text of a cell whose quotes are off.</summary>
    public static string Read(string cell) => cell.StartsWith('\'') && IsFormula(cell) ? cell[1..] : cell;

    /// <summary>A text as it is, such as a number that may be negative.</summary>
    public static string Quote(string text) =>
        text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    // Apostrophes of the text itself get one more, so that reading takes off no other than that.
    private static bool IsFormula(string text) => text.AsSpan().TrimStart('\'') is [var first, ..] && FormulaStarts.Contains(first);
}
