using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Amity.Core.Json;

/// <summary>Reads text strictly: bytes that are not UTF-8 give no text, rather than one with replacement characters in it.</summary>
internal static class Utf8Text
{
    private const char Replacement = '\uFFFD';

    /// <summary>A byte order mark is no part of a text, but some proxies add one.</summary>
    internal static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> utf8)
    {
        var mark = "\uFEFF"u8;
        return utf8.StartsWith(mark) ? utf8.Slice(mark.Length) : utf8;
    }

    /// <summary>A text whose bytes are known to be UTF-8, or may have replacement characters in the place of those that are not.</summary>
    internal static string Decode(ReadOnlySpan<byte> utf8)
    {
#if NET
        return Encoding.UTF8.GetString(utf8);
#else
        unsafe
        {
            fixed (byte* start = utf8)
            {
                return utf8.IsEmpty ? string.Empty : Encoding.UTF8.GetString(start, utf8.Length);
            }
        }
#endif
    }

    internal static bool IsValid(ReadOnlySpan<byte> utf8) =>
#if NET
        System.Text.Unicode.Utf8.IsValid(utf8);
#else
        TryRead(utf8, out _);
#endif

    internal static bool TryRead(ReadOnlySpan<byte> utf8, out string text)
    {
        text = Decode(utf8);
        return text.IndexOf(Replacement) < 0 || Count(text) == Count(utf8);
    }

    /// <summary>The present text of a reader; null when its bytes are invalid, as nobody can say which text it was.</summary>
    internal static string? Read(in Utf8JsonReader json) =>
        json.ValueIsEscaped ? Unescape(in json) : TryRead(json.ValueSpan, out var text) ? text : null;

    /// <inheritdoc cref="Read" />
    internal static string? Unescape(in Utf8JsonReader json)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is no reason to lose a page, and is kept as the half that it is.
            return TryRead(json.ValueSpan, out var escaped) ? Unescape(escaped) : null;
        }
    }

    /// <summary>The text of valid JSON escapes, also of those that are half of a surrogate pair.</summary>
    private static string Unescape(string escaped)
    {
        var text = new StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\')
            {
                text.Append(escaped[i]);
                continue;
            }

            i++;
            if (escaped[i] == 'u')
            {
                text.Append((char)int.Parse(escaped.Substring(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                text.Append(escaped[i] switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', var letter => letter });
            }
        }

        return text.ToString();
    }

    private static int Count(string text) => text.Count(letter => letter == Replacement);

    // Replacement characters that the sender wrote itself.
    private static int Count(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        for (var replacement = "\uFFFD"u8; utf8.IndexOf(replacement) is var found and >= 0; utf8 = utf8.Slice(found + replacement.Length))
        {
            count++;
        }

        return count;
    }
}
