using System.Globalization;
using System.Text.RegularExpressions;

namespace Amity;

/// <summary>What the body and headers of a refusing answer say, with the credential blotted out should the service repeat it.</summary>
internal sealed class AmityRefusal
{
    /// <summary>How much of an answer's body is kept, in characters.</summary>
    internal const int BodyLimit = 8192;

    private readonly Regex _secret;

    internal AmityRefusal(ReadOnlySpan<byte> body, TimeSpan? retryAfter, AmityToken secret)
    {
        _secret = SpellingsOf(secret.Value);
        var error = AmityJson.ReadError(body);
        Code = error?.Code is { } code ? new AmityErrorCode(code) : null;
        Message = WithoutSecret(error?.Message);
        Details = [.. ApiErrorDetails.Read(error).Select(detail => WithoutSecret(detail)!)];
        var text = WithoutSecret(Polyfills.ToText(body))!;
        Body = text.Length > BodyLimit ? text.Substring(0, BodyLimit) : text;
        RetryAfter = retryAfter;
    }

    internal AmityErrorCode? Code { get; }

    internal string? Message { get; }

    internal IReadOnlyList<string> Details { get; }

    internal string Body { get; }

    internal TimeSpan? RetryAfter { get; }

    internal string? WithoutSecret(string? text) => text is null ? null : _secret.Replace(text, "***");

    // A service that repeats the token writes it as its format asks, in JSON, HTML or an address.
    private static Regex SpellingsOf(string secret) => new(string.Concat(secret.Select(SpellingsOf)), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static string SpellingsOf(char letter)
    {
        if (char.IsLetterOrDigit(letter))
        {
            return letter.ToString();
        }

        var number = ((int)letter).ToString(CultureInfo.InvariantCulture);
        var hex = ((int)letter).ToString("x2", CultureInfo.InvariantCulture);
        return $@"(?:\\*{Regex.Escape(letter.ToString())}|\\+u00{hex}|%{hex}|&#0*{number};|&#x0*{hex};|&{NameOf(letter)};)";
    }

    private static string NameOf(char letter) => letter switch
    {
        '&' => "amp",
        '<' => "lt",
        '>' => "gt",
        '"' => "quot",
        _ => "apos",
    };
}
