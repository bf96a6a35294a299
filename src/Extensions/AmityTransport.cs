using Polly;
using Polly.Timeout;

namespace Amity;

/// <summary>Sends the request of an operation, as often as its rules allow, and reads its answer; every operation goes through here.</summary>
internal sealed class AmityTransport
{
    private readonly HttpClient _http;
    private readonly Uri _baseAddress;
    private readonly string _prefix;
    private readonly AmityCredential _credential;
    private readonly AmityClientOptions _options;
    private readonly ResiliencePipeline _calls;
    private readonly ResiliencePipeline _attempts;

    internal AmityTransport(HttpClient http, Uri baseAddress, AmityCredential credential, AmityClientOptions options)
    {
        _http = http;
        _baseAddress = baseAddress;
        _prefix = baseAddress.AbsoluteUri.TrimEnd('/');
        _credential = credential;
        _options = options;
        _calls = AmityResilience.ForCalls(options);
        _attempts = AmityResilience.ForAttempts(options);
    }

    internal AmityClientOptions Options => _options;

    internal AmityTransport WithCredential(AmityCredential credential) => new(_http, _baseAddress, credential, _options);

    /// <summary>Sends a request whose answer is JSON.</summary>
    internal Task<T> SendAsync<T>(AmityRequest request, AnswerReader.Item<T?> read, CancellationToken cancellationToken)
        where T : AmityModel => RunAsync(request, answer => ReadModel(request, answer, read), cancellationToken);

    /// <summary>Sends a request that is answered by a redirect, and gives its target without following it.</summary>
    internal Task<Uri> LocateAsync(AmityRequest request, CancellationToken cancellationToken) =>
        RunAsync(request, answer => ReadLocation(request, answer), cancellationToken);

    private async Task<T> RunAsync<T>(AmityRequest request, Func<AmityAnswer, T> read, CancellationToken cancellationToken)
    {
        var call = new AmityCall(request);
        var context = AmityResilience.ContextOf(call, cancellationToken);
        try
        {
            return await _calls.ExecuteAsync(
                static (context, state) => state.Transport.AttemptAsync(state.Call, state.Read, context.CancellationToken),
                context,
                (Transport: this, Call: call, Read: read)).ConfigureAwait(false);
        }
        catch (AmityException failure) when (call.IsOwn(failure))
        {
            call.Tell(failure);
            throw;
        }
        catch (TimeoutRejectedException exception) when (call.IsOwn(exception))
        {
            throw call.Tell(new AmityTransportException(request, AmityTransportFailure.Timeout, $"not done within {_options.Timeout} ({nameof(AmityClientOptions)}.{nameof(AmityClientOptions.Timeout)})", exception));
        }
        catch (OperationCanceledException) when (call.SurelyNotDone && cancellationToken.IsCancellationRequested)
        {
            throw new CanceledBeforeSendException(cancellationToken);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<T> AttemptAsync<T>(AmityCall call, Func<AmityAnswer, T> read, CancellationToken cancellationToken)
    {
        using var first = await ExchangeAsync(call, cancellationToken).ConfigureAwait(false);
        var isStale = first.StatusCode == 401 && _credential.Renew(first.Token);
        using var second = isStale ? await ExchangeAsync(call, cancellationToken).ConfigureAwait(false) : null;

        var answer = second ?? first;
        try
        {
            return read(answer);
        }
        catch (AmityException) when (!answer.SaysNotDone)
        {
            call.OutcomeUnknown();
            throw;
        }
    }

    /// <summary>Sends the request once, when its credential's turn has come.</summary>
    private async Task<AmityAnswer> ExchangeAsync(AmityCall call, CancellationToken cancellationToken)
    {
        var request = call.Request;
        var token = await PrepareAsync(call, cancellationToken).ConfigureAwait(false);
        if (_options.Pacing)
        {
            using var turn = await _credential.Pace.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            var answer = await _attempts.ExecuteAsync(
                static (state, cancellation) => state.Transport.SendOnceAsync(state.Call, state.Token, cancellation),
                (Transport: this, Call: call, Token: token),
                cancellationToken).ConfigureAwait(false);
            if (answer.StatusCode == 429 && _options.Pacing)
            {
                _credential.Pace.Pause(RetryDelay.AfterRateLimit(answer.RetryAfter, _options.MaxRetryAfter));
            }

            return answer;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            call.OutcomeUnknown();
            throw;
        }
        catch (Exception exception) when (TransportFailures.Read(exception, request, _options) is { } failure)
        {
            if (!TransportFailures.IsUnsent(failure.Kind))
            {
                call.OutcomeUnknown();
            }

            // A connection torn down by the caller's cancellation is a cancellation.
            cancellationToken.ThrowIfCancellationRequested();
            throw failure;
        }
    }

    /// <summary>Runs the caller's own code: the provider of tokens, and the signer of a request that is made anew.</summary>
    private async Task<AmityToken> PrepareAsync(AmityCall call, CancellationToken cancellationToken)
    {
        try
        {
            var token = await _credential.GetTokenAsync(_options.TimeProvider, cancellationToken).ConfigureAwait(false);
            if (call.Attempts > 0 && call.Request.Body is { } body)
            {
                await body.RenewAsync(_options.TimeProvider, cancellationToken).ConfigureAwait(false);
            }

            return token;
        }
        catch (Exception exception) when (call.ThrownByCaller(exception))
        {
            throw;
        }
    }

    private async ValueTask<AmityAnswer> SendOnceAsync(AmityCall call, AmityToken token, CancellationToken cancellationToken)
    {
        using var message = Message(call.Request, token);
        call.Sending();
        using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        var body = await ResponseBody.ReadAsync(response.Content, _options.MaxAnswerBytes, cancellationToken).ConfigureAwait(false);
        return new AmityAnswer(response, body, RetryAfterHeader.Read(response, _options.TimeProvider), token);
    }

    private T ReadModel<T>(AmityRequest request, AmityAnswer answer, AnswerReader.Item<T?> read)
        where T : AmityModel
    {
        if (!answer.IsSuccess)
        {
            throw answer.Refusal(request);
        }

        var model = AmityJson.Read(request, answer.Body, read, _options.MaxJsonDepth);
        return model.FailureOf(request, answer.StatusCode) is { } failure ? throw failure : model;
    }

    private Uri ReadLocation(AmityRequest request, AmityAnswer answer)
    {
        if (answer.IsRedirect && answer.Location is { } location && Uri.TryCreate(AddressOf(request), location, out var target))
        {
            return target;
        }

        throw answer.IsSuccess ? new AmityApiException(request, answer.StatusCode, "the answer names no location") : answer.Refusal(request);
    }

    private HttpRequestMessage Message(AmityRequest request, AmityToken token)
    {
        var message = new HttpRequestMessage(request.Method, AddressOf(request));
        _credential.Apply(message, token);
        if (request.Method != HttpMethod.Get)
        {
            // .NET's handler silently repeats a request without content when the connection closes, which would hide that the first one may have been acted on.
            message.Content = request.Body is { } body ? AmityJson.Content(body) : new ByteArrayContent([]);
        }

        return message;
    }

    private Uri AddressOf(AmityRequest request) => new(_prefix + request.Target);
}
