using System.Globalization;

namespace Amity.Core.Authentication;

/// <summary>
/// A text without the escapes of JSON, addresses and HTML, however often it was escaped, and where each of its characters came from.
/// Backslashes are left out altogether: nobody can say how many of them are escapes.
/// </summary>
internal sealed class UnescapedText
{
    /// <summary>The longest escape of one character that is understood, such as <c>&amp;#x0000002d;</c>.</summary>
    internal const int LongestEscape = 12;

    private readonly char[] _letters;
    private readonly int[] _starts;
    private readonly int[] _ends;
    private int _length;

    internal UnescapedText(string text)
    {
        _letters = new char[text.Length];
        _starts = new int[text.Length];
        _ends = new int[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            Add(text[i], i, i + 1);
        }

        LeaveOutBackslashes();
        Text = new string(_letters, 0, _length);
    }

    internal string Text { get; }

    /// <summary>Where the escape or character that stands for this one begins in the text as it was.</summary>
    internal int StartOf(int index) => _starts[index];

    /// <summary>Where it ends.</summary>
    internal int EndOf(int index) => _ends[index];

    private void Add(char letter, int start, int end)
    {
        Put(_length++, letter, start, end);

        // What an escape stands for can end another one: %252D, &amp;#45;
        while (EscapeAtEnd() is { } escape)
        {
            _length -= escape.Length;
            Put(_length, escape.Letter, _starts[_length], end);
            _length++;
        }
    }

    private void Put(int index, char letter, int start, int end)
    {
        _letters[index] = letter;
        _starts[index] = start;
        _ends[index] = end;
    }

    private (int Length, char Letter)? EscapeAtEnd() =>
        _letters[_length - 1] == ';' ? EntityAtEnd()
        : EndsWith("\\u", digits: 4) ? (6, Hex(4))
        : EndsWith("%", digits: 2) ? (3, Hex(2))
        : null;

    private bool EndsWith(string mark, int digits)
    {
        var end = _letters.AsSpan(0, _length);
        if (end.Length < mark.Length + digits || !end.Slice(end.Length - digits - mark.Length, mark.Length).SequenceEqual(mark.AsSpan()))
        {
            return false;
        }

        foreach (var digit in end.Slice(end.Length - digits))
        {
            if (!Uri.IsHexDigit(digit))
            {
                return false;
            }
        }

        return true;
    }

    private char Hex(int digits) =>
        (char)int.Parse(new string(_letters, _length - digits, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private (int Length, char Letter)? EntityAtEnd()
    {
        for (var length = 3; length <= Math.Min(LongestEscape, _length); length++)
        {
            if (_letters[_length - length] == '&')
            {
                return Entity(new string(_letters, _length - length + 1, length - 2)) is { } letter ? (length, letter) : null;
            }
        }

        return null;
    }

    private static char? Entity(string name) => name.ToLowerInvariant() switch
    {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        var number when number.StartsWith("#x", StringComparison.Ordinal) => Numbered(number.Substring(2), NumberStyles.AllowHexSpecifier),
        var number when number[0] == '#' => Numbered(number.Substring(1), NumberStyles.None),
        _ => null,
    };

    private static char? Numbered(string digits, NumberStyles style) =>
        int.TryParse(digits, style, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= char.MaxValue ? (char)number : null;

    private void LeaveOutBackslashes()
    {
        var kept = 0;
        for (var i = 0; i < _length; i++)
        {
            if (_letters[i] != '\\')
            {
                Put(kept++, _letters[i], _starts[i], _ends[i]);
            }
        }

        _length = kept;
    }
}
