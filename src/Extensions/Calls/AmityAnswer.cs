namespace Amity;

/// <summary>An answer as it came over the wire, its body read to the end.</summary>
internal sealed class AmityAnswer : IDisposable
{
    private readonly string? _reason;
    private readonly PooledBody _body;

    internal AmityAnswer(HttpResponseMessage response, PooledBody body, TimeSpan? retryAfter, AmityToken token)
    {
        StatusCode = (int)response.StatusCode;
        _reason = response.ReasonPhrase;
        Location = response.Headers.Location;
        _body = body;
        RetryAfter = retryAfter;
        Token = token;
    }

    internal int StatusCode { get; }

    internal ReadOnlySpan<byte> Body => _body.Bytes;

    internal Uri? Location { get; }

    internal TimeSpan? RetryAfter { get; }

    /// <summary>The token that the request was sent with.</summary>
    internal AmityToken Token { get; }

    public void Dispose() => _body.Dispose();

    internal bool IsSuccess => StatusCode is >= 200 and < 300;

    internal bool IsRedirect => StatusCode is >= 300 and < 400;

    /// <summary>Whether the status alone tells that the service did not act: it refused the request.</summary>
    internal bool SaysNotDone => StatusCode is >= 400 and < 500 and not 408;

    /// <summary>What the service says of a call that it refused.</summary>
    internal AmityApiException Refusal(AmityRequest request)
    {
        var refusal = new AmityRefusal(Body, RetryAfter, Token);
        var reason = refusal.Message ?? refusal.WithoutSecret(_reason) ?? "refused";
        return StatusCode == 429
            ? new AmityRateLimitException(request, StatusCode, reason, refusal)
            : new AmityApiException(request, StatusCode, reason, refusal);
    }
}
