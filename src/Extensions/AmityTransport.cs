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
        var answer = await ExchangeAsync(request, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            throw answer.Refusal(request);
        }

        var model = AmityJson.Read<T>(request, answer.Body);
        return model.FailureOf(request, answer.StatusCode) is { } failure ? throw failure : model;
    }

    /// <summary>Sends a request that is answered by a redirect, and gives its target without following it.</summary>
    internal async Task<Uri> LocateAsync(AmityRequest request, CancellationToken cancellationToken)
    {
        var answer = await ExchangeAsync(request, cancellationToken).ConfigureAwait(false);
        if (answer.IsRedirect && answer.Location is { } location)
        {
            return location.IsAbsoluteUri ? location : new Uri(AddressOf(request), location);
        }

        throw answer.IsSuccess ? new AmityApiException(request, answer.StatusCode, "the answer names no location") : answer.Refusal(request);
    }

    private async Task<AmityAnswer> ExchangeAsync(AmityRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var message = Message(request);
        try
        {
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            var body = await ResponseBody.ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
            return new AmityAnswer((int)response.StatusCode, response.ReasonPhrase, response.Headers.Location, body);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AmityTransportException(request, $"no answer within {_http.Timeout.TotalSeconds} seconds", exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            // A connection torn down by the caller's cancellation is a cancellation.
            throw cancellationToken.IsCancellationRequested
                ? new OperationCanceledException(exception.Message, exception, cancellationToken)
                : new AmityTransportException(request, exception.Message, exception);
        }
    }

    private HttpRequestMessage Message(AmityRequest request)
    {
        var message = new HttpRequestMessage(request.Method, AddressOf(request));
        message.Headers.UserAgent.Add(UserAgent);
        message.Headers.Accept.Add(AcceptJson);
        _credential.Apply(message);
        if (request.Body is { } body)
        {
            message.Content = AmityJson.Content(body);
        }

        return message;
    }

    private Uri AddressOf(AmityRequest request) => new(_baseAddress.AbsoluteUri.TrimEnd('/') + request.Target);
}
