using System.Threading.RateLimiting;
using Amity.Core.Authentication;

namespace Amity;

/// <summary>
/// What proves to the service who calls; never written to a message, a log or a string. The service counts requests per user,
/// so the rate limit belongs to the credential: clients that share one instance share its rate limit.
/// </summary>
/// <remarks>
/// Any <see cref="RateLimiter"/> can be the limit. <see cref="AmityRateLimit"/>, the default, counts a request from when the service
/// may have seen it, and lets nothing through for a while after a 429. Another one counts at the grant, which may be seconds before the
/// request arrives: give it a window longer by the slowest request, such as 10 seconds instead of 5, or fewer permits, such as 50
/// instead of 100. When it grants none, as one does whose queue is full, the call ends with an
/// <see cref="AmityRateLimiterRejectedException"/>. The caller disposes of it.
/// </remarks>
public sealed class AmityCredential
{
    private const string AdminHeader = "x-admin-token";

    /// <summary>The headers that a credential is sent in.</summary>
    internal static readonly string[] Headers = ["Authorization", AdminHeader];

    private readonly AmityTokenSource? _source;
    private readonly bool _adminHeader;

    private AmityCredential(AmityTokenSource? source, bool adminHeader, RateLimiter? rateLimit)
    {
        _source = source;
        _adminHeader = adminHeader;
        RateLimit = rateLimit ?? new AmityRateLimit();
    }

    /// <summary>
    /// No credential, where the keys of <see cref="AmityClientOptions"/> are enough: an operation that needs one throws an
    /// <see cref="InvalidOperationException"/> that names the operation, and nothing is sent.
    /// </summary>
    public static AmityCredential None { get; } = new(source: null, adminHeader: false, rateLimit: null);

    /// <summary>How many requests this credential may send in a window; an <see cref="AmityRateLimit"/> of 100 in 5 seconds unless given.</summary>
    public RateLimiter RateLimit { get; }

    /// <summary>Calls with <c>Authorization: Bearer</c> and a user's access token or an admin token.</summary>
    /// <param name="token">The token, without the word Bearer.</param>
    /// <param name="rateLimit">Its rate limit; null for the service's own limit.</param>
    /// <exception cref="ArgumentException">The token is empty, or has characters that a header cannot carry.</exception>
    public static AmityCredential Bearer(string token, RateLimiter? rateLimit = null) =>
        new(AmityTokenSource.Of(new AmityToken(token)), adminHeader: false, rateLimit);

    /// <summary>Calls with the header <c>x-admin-token</c>, which the vendor's guides use for admin tokens.</summary>
    /// <param name="token">The admin token.</param>
    /// <param name="rateLimit">Its rate limit; null for the service's own limit.</param>
    /// <exception cref="ArgumentException">The token is empty, or has characters that a header cannot carry.</exception>
    public static AmityCredential AdminToken(string token, RateLimiter? rateLimit = null) =>
        new(AmityTokenSource.Of(new AmityToken(token)), adminHeader: true, rateLimit);

    /// <summary>
    /// Calls with tokens that end: the provider is asked for the first one, shortly before one expires, and once after the service
    /// rejected one with 401, whatever the number of concurrent calls. What it throws reaches every call that waited for it as it is;
    /// a later call asks again.
    /// </summary>
    /// <param name="provider">
    /// Gives a new token. It is handed the cancellation of the call that asks, which also ends when that call's time is over; calls that
    /// wait beside it do not fail with it: the next of them asks anew, and each one's own cancellation ends its wait.
    /// </param>
    /// <param name="rateLimit">Its rate limit; null for the service's own limit.</param>
    public static AmityCredential FromProvider(Func<CancellationToken, Task<AmityToken>> provider, RateLimiter? rateLimit = null) =>
        new(AmityTokenSource.From(provider ?? throw new ArgumentNullException(nameof(provider))), adminHeader: false, rateLimit);

    /// <summary>Names the kind of credential, never its token.</summary>
    public override string ToString() =>
        $"{nameof(AmityCredential)} ({(_source is null ? nameof(None) : _adminHeader ? AdminHeader : nameof(Bearer))})";

    /// <exception cref="InvalidOperationException">There is no credential.</exception>
    internal ValueTask<AmityToken> GetTokenAsync(string operation, TimeProvider time, CancellationToken cancellationToken) =>
        _source?.GetAsync(time, cancellationToken) ?? throw new InvalidOperationException(
            $"{operation} needs a credential, and the client has {nameof(AmityCredential)}.{nameof(None)}; nothing was sent.");

    /// <summary>Forgets a token that the service rejected; false when there is no way to get another one.</summary>
    internal bool Renew(AmityToken rejected) => _source!.Forget(rejected);

    /// <summary>Learns from a response what time it is by the service's clock, which its tokens end by.</summary>
    internal void Learn(HttpResponseMessage response, TimeProvider time) => _source?.Learn(response, time);

    internal void Apply(HttpRequestMessage message, AmityToken token)
    {
        if (_adminHeader)
        {
            message.Headers.Add(AdminHeader, token.Value);
        }
        else
        {
            message.Headers.Authorization = token.Bearer;
        }
    }
}
