using System.Net.Http.Headers;
using Amity.Core.Authentication;
using Amity.Core.Cancellation;
using Amity.Core.Json;

namespace Amity.Core.Http;

/// <summary>A response as it came over the wire, its body read to the end.</summary>
internal sealed partial class ReceivedResponse : IDisposable
{
    private readonly string? _reason;
    private readonly ResponseBody? _body;
    private readonly AmityToken? _token;
    private readonly AmityRequest _request;
    private readonly HttpContentHeaders _contentHeaders;
    private readonly HttpResponseHeaders _headers;

    /// <param name="response">Status and headers.</param>
    /// <param name="body">The body in UTF-8; null when it could not be read, which a rejection does without.</param>
    /// <param name="retryAfter">How long the service asks to wait.</param>
    /// <param name="request">What was sent.</param>
    /// <param name="token">The token or key of the scheme; null when it has none.</param>
    /// <param name="limit">The time limit of the attempt, which holds until the body is parsed.</param>
    internal ReceivedResponse(
        HttpResponseMessage response, ResponseBody? body, TimeSpan? retryAfter, AmityRequest request, AmityToken? token, TimeLimit limit)
    {
        _body = body;
        _contentHeaders = response.Content.Headers;
        _headers = response.Headers;
        StatusCode = (int)response.StatusCode;
        Location = response.Headers.Location;
        SaysEmpty = Body.IsEmpty
            && (StatusCode == 204 || response.Content.Headers.ContentLength == 0 || response.Headers.TransferEncodingChunked == true);
        RetryAfter = retryAfter;
        Limit = limit;
        _reason = response.ReasonPhrase;
        _request = request;
        _token = token;
    }

    internal int StatusCode { get; }

    internal ReadOnlySpan<byte> Body => _body is null ? default : _body.Bytes;

    /// <summary>Every header, those of the body included.</summary>
    internal IEnumerable<KeyValuePair<string, IEnumerable<string>>> Headers => _headers.Concat(_contentHeaders);

    internal string? MediaType => _contentHeaders.ContentType?.MediaType;

    internal Uri? Location { get; }

    internal TimeSpan? RetryAfter { get; }

    internal TimeLimit Limit { get; }

    internal bool IsSuccess => StatusCode is >= 200 and < 300;

    /// <summary>Whether there is no body and the service said so, rather than that the connection ended before one came.</summary>
    internal bool SaysEmpty { get; }

    internal bool IsJson => Is(AmityJson.MediaType);

    internal bool IsWebPage => Is("text/html") && !Body.IsEmpty;

    /// <summary>
    /// Has the token that this response says is no longer valid replaced; false when the response does not say so, or there is no other
    /// one.
    /// </summary>
    internal bool Renew(AmityCredential credential) => StatusCode == 401 && _request.Scheme == Scheme.Credential && credential.Renew(_token!);

    private bool Is(string mediaType) => string.Equals(MediaType, mediaType, StringComparison.OrdinalIgnoreCase);

    public void Dispose()
    {
        _body?.Dispose();
        Limit.Dispose();
    }
}
