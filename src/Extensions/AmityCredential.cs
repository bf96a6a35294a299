using System.Net.Http.Headers;

namespace Amity;

/// <summary>What proves to the service who calls; never written to a message, a log or a string.</summary>
public sealed class AmityCredential
{
    private readonly AuthenticationHeaderValue _authorization;

    private AmityCredential(AuthenticationHeaderValue authorization) => _authorization = authorization;

    /// <summary>Calls with <c>Authorization: Bearer</c> and a user's access token or an admin token.</summary>
    /// <param name="token">The token, without the word Bearer.</param>
    /// <exception cref="ArgumentException">The token is empty, or has characters that a header cannot carry.</exception>
    public static AmityCredential Bearer(string token)
    {
        if (token is null)
        {
            throw new ArgumentNullException(nameof(token));
        }

        if (token.Length == 0 || token.Any(c => c is <= ' ' or > '~'))
        {
            throw new ArgumentException("The token is empty, or has white space or characters outside ASCII.", nameof(token));
        }

        return new AmityCredential(new AuthenticationHeaderValue("Bearer", token));
    }

    /// <summary>Names the kind of credential, never its token.</summary>
    public override string ToString() => $"{nameof(AmityCredential)} ({_authorization.Scheme})";

    internal void Apply(HttpRequestMessage message) => message.Headers.Authorization = _authorization;
}
