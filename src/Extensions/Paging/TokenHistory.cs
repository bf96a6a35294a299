using System.Security.Cryptography;
using System.Text;

namespace Amity;

/// <summary>The continuation tokens that an enumeration has met, each kept as 16 bytes of its hash, however long it is.</summary>
internal sealed class TokenHistory
{
    private readonly HashSet<Guid> _met = [];

    /// <param name="first">The token that the enumeration starts with; null when it starts at the beginning.</param>
    internal TokenHistory(string? first)
    {
        if (first is not null)
        {
            _met.Add(HashOf(first));
        }
    }

    /// <summary>Notes a token; false when it was met before, and the enumeration would never end.</summary>
    internal bool IsNew(string token) => _met.Add(HashOf(token));

    private static Guid HashOf(string token)
    {
#if NET
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(token)).AsSpan(0, 16));
#else
        using var hash = SHA256.Create();
        return new Guid(hash.ComputeHash(Encoding.UTF8.GetBytes(token)).AsSpan(0, 16).ToArray());
#endif
    }
}
