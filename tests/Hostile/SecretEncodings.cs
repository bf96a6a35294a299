using System.Globalization;
using System.Net;
using System.Text;

namespace Amity.Tests.Hostile;

/// <summary>The forms in which a server may give a secret back.</summary>
internal static class SecretEncodings
{
    internal static IReadOnlyList<SecretEncoding> All { get; } =
    [
        new("as it is", secret => secret),
        new("JSON escapes of all", secret => Each(secret, letter => $"\\u{(int)letter:x4}")),
        new("JSON escapes of all in capitals", secret => Each(secret, letter => $"\\u{(int)letter:X4}")),
        new("JSON escapes of signs", secret => Each(secret, letter => char.IsLetterOrDigit(letter) ? $"{letter}" : $"\\u{(int)letter:x4}")),
        new("percent-encoded", Uri.EscapeDataString),
        new("percent-encoded whole", secret => Each(secret, letter => $"%{(int)letter:X2}")),
        new("decimal entities", secret => Each(secret, letter => string.Create(CultureInfo.InvariantCulture, $"&#{(int)letter};"))),
        new("hexadecimal entities", secret => Each(secret, letter => $"&#x{(int)letter:x};")),
        new("named entities", WebUtility.HtmlEncode),
        .. Enumerable.Range(0, 3).Select(before => new SecretEncoding($"base64 behind {before} bytes", secret => Base64(secret, before))),
        .. Enumerable.Range(0, 3).Select(before => new SecretEncoding($"base64url behind {before} bytes", secret => Url(Base64(secret, before)))),
    ];

    private static string Each(string secret, Func<char, string> spell) => string.Concat(secret.Select(spell));

    // Only the letters that no byte before or behind the secret has a part in, as they show the secret whatever it stands in.
    private static string Base64(string secret, int before)
    {
        var encoded = Convert.ToBase64String([.. new byte[before], .. Encoding.ASCII.GetBytes(secret), .. new byte[3]]);
        var first = ((before * 8) + 5) / 6;
        var end = (before + secret.Length) * 8 / 6;
        return encoded[first..end];
    }

    private static string Url(string base64) => base64.Replace('+', '-').Replace('/', '_');
}

/// <summary>One form of a secret.</summary>
internal sealed record SecretEncoding(string Name, Func<string, string> Write)
{
    public override string ToString() => Name;
}
