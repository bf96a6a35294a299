using System.Text;
using Amity.Core.Json;

namespace Amity.Core.Authentication;

/// <summary>
/// Makes the service's text fit to be kept: without what was sent in confidence, the credential above all, should the service repeat it,
/// without control characters, and of bounded length. A token is found as it is, escaped as JSON, an address or HTML escapes it, and in
/// Base64 of either alphabet.
/// </summary>
internal sealed class TokenRedaction
{
    /// <summary>Most characters that are kept of a message or of one of its details.</summary>
    internal const int LineLimit = 1000;

    /// <summary>Most characters that are kept of a body.</summary>
    internal const int BodyLimit = 8192;

    /// <summary>For a request that carried no credential.</summary>
    internal static readonly TokenRedaction None = new([]);

    private const string Mask = "***";

    /// <summary>Base64 of fewer bytes is too short to be distinguished from other text.</summary>
    private const int ShortestBase64 = 6;

    private readonly Spellings[] _tokens;
    private readonly int _longest;

    internal TokenRedaction(IReadOnlyList<string> tokens)
    {
        _tokens = [.. tokens.Select(token => new Spellings(token))];
        _longest = tokens.Count == 0 ? 0 : tokens.Max(token => token.Length);
    }

    /// <summary>One line for a message; null for no text.</summary>
    internal string? Line(string? text) =>
        text is not null && Clean(text, LineLimit, keepLines: false).Trim() is { Length: > 0 } line ? line : null;

    /// <summary>The beginning of a body, with its line breaks.</summary>
    internal string Body(ReadOnlySpan<byte> utf8)
    {
        const int LongestCharacter = 4;
        var beginning = utf8.Slice(0, Math.Min(utf8.Length, Reach(BodyLimit) * LongestCharacter));
        return Clean(Utf8Text.Decode(beginning), BodyLimit, keepLines: true);
    }

    /// <summary>A text of any length without the token, otherwise as it is.</summary>
    internal string RemoveFrom(string text) => WithoutToken(text, text.Length).ToString();

    // Cut before anything else, as the work must not grow with the text, and not inside of a token that begins within the limit, each of
    // its characters escaped and escaped again.
    private int Reach(int limit) => limit + (_longest * 2 * UnescapedText.LongestEscape);

    private string Clean(string text, int limit, bool keepLines)
    {
        var builder = WithoutToken(text.Length > Reach(limit) ? text.Substring(0, Reach(limit)) : text, limit);
        for (var i = 0; i < builder.Length; i++)
        {
            if (IsControl(builder[i]) && !(keepLines && builder[i] is '\r' or '\n' or '\t'))
            {
                builder[i] = ' ';
            }
        }

        return builder.ToString();
    }

    // Also what ends a line or turns its direction without being a control character by name.
    private static bool IsControl(char letter) => char.IsControl(letter)
        || letter is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>The beginning of a text, each token in it replaced, also one that goes on beyond the limit.</summary>
    private StringBuilder WithoutToken(string text, int limit)
    {
        var unescaped = new UnescapedText(text);
        var isToken = new bool[text.Length];
        var base64 = unescaped.Text.Replace('-', '+').Replace('_', '/');
        foreach (var token in _tokens)
        {
            Mark(text, token.Plain, StringComparison.OrdinalIgnoreCase, (start, length) => Fill(isToken, start, start + length));
            Mark(unescaped.Text, token.Unescaped, StringComparison.OrdinalIgnoreCase, MarkUnescaped);
            foreach (var spelling in token.Base64)
            {
                Mark(base64, spelling, StringComparison.Ordinal, MarkUnescaped);
            }
        }

        return Masked(text, isToken, limit);

        void MarkUnescaped(int start, int length) => Fill(isToken, unescaped.StartOf(start), unescaped.EndOf(start + length - 1));
    }

    private static void Mark(string text, string searched, StringComparison comparison, Action<int, int> mark)
    {
        if (searched.Length == 0)
        {
            return;
        }

        var length = searched.Length;
        for (var start = text.IndexOf(searched, comparison); start >= 0; start = text.IndexOf(searched, start + length, comparison))
        {
            mark(start, length);
        }
    }

    private static void Fill(bool[] marks, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            marks[i] = true;
        }
    }

    private static StringBuilder Masked(string text, bool[] isToken, int limit)
    {
        // Not in the middle of a character.
        var end = text.Length <= limit ? text.Length : limit - (char.IsHighSurrogate(text[limit - 1]) ? 1 : 0);
        var masked = new StringBuilder(end);
        for (var i = 0; i < end; i++)
        {
            if (!isToken[i])
            {
                masked.Append(text[i]);
            }
            else if (i == 0 || !isToken[i - 1])
            {
                masked.Append(Mask);
            }
        }

        return masked;
    }

    /// <summary>How a token may stand in a text.</summary>
    private sealed class Spellings(string token)
    {
        internal string Plain { get; } = token;

        internal string Unescaped { get; } = new UnescapedText(token).Text;

        internal string[] Base64 { get; } = token.Length < ShortestBase64 ? [] : [Base64Of(token, 0), Base64Of(token, 1), Base64Of(token, 2)];

        /// <summary>The characters of Base64 that the token alone decides when so many bytes stand before it in their group of three.</summary>
        private static string Base64Of(string token, int offset)
        {
            var own = Encoding.UTF8.GetBytes(token);
            var bytes = new byte[offset + own.Length];
            own.CopyTo(bytes, offset);
            var first = offset == 0 ? 0 : offset + 1;
            return Convert.ToBase64String(bytes).Substring(first, (bytes.Length * 8 / 6) - first);
        }
    }
}
