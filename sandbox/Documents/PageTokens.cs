using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Amity.Sandbox.Documents;

/// <summary>Page tokens that nobody can read or edit, and that only work in the list they were issued for.</summary>
internal sealed class PageTokens
{
    private readonly Lazy<EphemeralDataProtectionProvider> _protection = new(() => new EphemeralDataProtectionProvider());

    public string Issue(string list, string position) => _protection.Value.CreateProtector(list).Protect(position);

    /// <summary>The position that a token stands for; null when it was edited or belongs to another list.</summary>
    public string? Read(string list, string token)
    {
        try
        {
            // Base64 has several spellings of the same bytes; only the one that was issued counts.
            return WebEncoders.Base64UrlEncode(WebEncoders.Base64UrlDecode(token)) == token
                ? _protection.Value.CreateProtector(list).Unprotect(token)
                : null;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
