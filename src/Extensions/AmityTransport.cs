using System.Net.Http.Headers;

namespace Amity;

/// <summary>Sends the request of an operation and reads its answer; every operation goes through here.</summary>
internal sealed class AmityTransport
{
    private static readonly ProductInfoHeaderValue UserAgent = new("Amity", LibraryVersion.Text);
    private static readonly MediaTypeWithQualityHeaderValue AcceptJson = new(AmityJson.MediaType);

    private readonly HttpClient _http;
    private readonly Uri _baseAddress;
    private readonly AmityCredential _credential;

    internal AmityTransport(HttpClient http, Uri baseAddress, AmityCredential credential)
    {
        _http = http;
        _baseAddress = baseAddress;
        _credential = credential;
    }

    internal AmityTransport WithCredential(AmityCredential credential) => new(_http, _baseAddress, credential);

    /// <summary>Sends a request whose answer is JSON.</summary>
    internal async Task<T> SendAsync<T>(AmityRequest request, CancellationToken cancellationToken)
        where T : AmityModel
    {
        using var response = await SendMessageAsync(request, cancellationToken).ConfigureAwait(false);
        var body = await ReadBodyAsync(request, response, cancellationToken).ConfigureAwait(false);
        ThrowIfRefused(request, response, body);

        var answer = AmityJson.Read<T>(request, body);
        return answer.FailureOf(request, (int)response.StatusCode) is { } failure ? throw failure : answer;
    }

    /// <summary>Sends a request that is answered by a redirect, and gives its target without following it.</summary>
    internal async Task<Uri> LocateAsync(AmityRequest request, CancellationToken cancellationToken)
    {
        using var response = await SendMessageAsync(request, cancellationToken).ConfigureAwait(false);
        if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } location)
        {
            return location.IsAbsoluteUri ? location : new Uri(AddressOf(request), location);
        }

        var body = await ReadBodyAsync(request, response, cancellationToken).ConfigureAwait(false);
        ThrowIfRefused(request, response, body);
        throw new AmityApiException(request, (int)response.StatusCode, "the answer names no location");
    }

    private static async Task<byte[]> ReadBodyAsync(AmityRequest request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await ResponseBody.ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            throw BrokenOff(request, $"the body broke off after status {(int)response.StatusCode}: {exception.Message}", exception, cancellationToken);
        }
    }

    // A connection torn down by the caller's cancellation is a cancellation.
    private static Exception BrokenOff(AmityRequest request, string reason, Exception exception, CancellationToken cancellationToken) => cancellationToken.IsCancellationRequested
        ? new OperationCanceledException(exception.Message, exception, cancellationToken)
        : new AmityTransportException(request, reason, exception);

    private static void ThrowIfRefused(AmityRequest request, HttpResponseMessage response, byte[] body)
    {
        if (!response.IsSuccessStatusCode)
        {
            var error = AmityJson.ReadError(body);
            throw new AmityApiException(request, (int)response.StatusCode, error?.Message ?? response.ReasonPhrase ?? "refused", error, AmityJson.Text(body));
        }
    }

    private async Task<HttpResponseMessage> SendMessageAsync(AmityRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var message = new HttpRequestMessage(request.Method, AddressOf(request));
        message.Headers.UserAgent.Add(UserAgent);
        message.Headers.Accept.Add(AcceptJson);
        _credential.Apply(message);
        if (request.Body is { } body)
        {
            message.Content = AmityJson.Content(body);
        }

        try
        {
            return await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AmityTransportException(request, $"no answer within {_http.Timeout.TotalSeconds} seconds", exception);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            throw BrokenOff(request, exception.Message, exception, cancellationToken);
        }
    }

    private Uri AddressOf(AmityRequest request) => new(_baseAddress.AbsoluteUri.TrimEnd('/') + request.Target);
}
