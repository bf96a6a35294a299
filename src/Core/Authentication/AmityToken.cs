using System.Net.Http.Headers;
using Amity.Core.Arguments;
using Amity.Core.Authentication;

namespace Amity;

/// <summary>A token and, where known, when it ends; its text form never shows it.</summary>
public sealed class AmityToken
{
    private AuthenticationHeaderValue? _bearer;
    private TokenRedaction? _redaction;

    /// <summary>Makes a token.</summary>
    /// <param name="token">The token, without the word Bearer.</param>
    /// <param name="expiresAt">When it ends; null when not known, which keeps it until the service rejects it.</param>
    /// <exception cref="ArgumentException">The token is empty, or has characters that a header cannot carry.</exception>
    public AmityToken(string token, DateTimeOffset? expiresAt = null)
    {
        Value = token ?? throw new ArgumentNullException(nameof(token));
        Guard.Secret(token, "The token", nameof(token));
        ExpiresAt = expiresAt;
    }

    /// <summary>When it ends; null when not known.</summary>
    public DateTimeOffset? ExpiresAt { get; }

    internal string Value { get; }

    /// <summary>The header of a call with this token.</summary>
    internal AuthenticationHeaderValue Bearer => _bearer ??= new AuthenticationHeaderValue("Bearer", Value);

    /// <summary>Takes the token out of what the service says.</summary>
    internal TokenRedaction Redaction => _redaction ??= new TokenRedaction([Value]);

    /// <summary>Never shows the token.</summary>
    public override string ToString() => nameof(AmityToken);
}
