using System.Security.Cryptography;
using Amity.Sandbox.Pipeline;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Amity.Sandbox.State;

/// <summary>Page tokens that nobody can read or edit, and that only work in the list they were issued for.</summary>
internal sealed class PageTokens
{
    private readonly EphemeralDataProtectionProvider _protection = new();

    public string Issue(string list, string position) => _protection.CreateProtector(list).Protect(position);

    public string Read(string list, string token)
    {
        try
        {
            // Base64 has several spellings of the same bytes; only the one that was issued counts.
            if (WebEncoders.Base64UrlEncode(WebEncoders.Base64UrlDecode(token)) == token)
            {
                return _protection.CreateProtector(list).Unprotect(token);
            }
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            // Falls through to the one response for every token that is not ours.
        }

        throw Reject.BadRequest("The page token was edited, or belongs to another list.");
    }
}
