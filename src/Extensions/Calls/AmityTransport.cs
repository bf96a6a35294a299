#if NET
using System.Runtime.CompilerServices;
#endif

namespace Amity;

/// <summary>Sends the request of an operation, as often as its rules allow, and reads its answer; every operation goes through here.</summary>
internal sealed class AmityTransport
{
    private readonly HttpClient _http;
    private readonly string _prefix;
    private readonly AmityClientOptions _options;
    private readonly CallTelemetry _telemetry;
    private readonly AmityRetries _retries;
    private AmityCredential _credential;
    private bool _isInBulk;

    internal AmityTransport(HttpClient http, Uri baseAddress, AmityCredential credential, AmityClientOptions options)
    {
        _http = http;
        _prefix = baseAddress.AbsoluteUri.TrimEnd('/');
        _credential = credential;
        _options = options;
        _telemetry = new CallTelemetry(baseAddress, options);
        _retries = new AmityRetries(options, _telemetry.Logger);
    }

    internal AmityClientOptions Options => _options;

    internal AmityTransport WithCredential(AmityCredential credential)
    {
        var copy = (AmityTransport)MemberwiseClone();
        copy._credential = credential;
        return copy;
    }

    /// <summary>Tells what the caller's code throws as a <see cref="ThrownByCallerException"/>; single calls throw it as it is.</summary>
    internal AmityTransport InBulk()
    {
        var copy = (AmityTransport)MemberwiseClone();
        copy._isInBulk = true;
        return copy;
    }

    /// <summary>Sends a request whose answer is JSON.</summary>
    internal Task<T> SendAsync<T>(AmityRequest request, AnswerReader.Item<T?> read, CancellationToken cancellationToken)
        where T : AmityModel => RunAsync(new ModelCall<T>(request, read, _options.MaxJsonDepth), cancellationToken);

    /// <summary>Sends a request that is answered by a redirect, and gives its target without following it.</summary>
    internal Task<Uri> LocateAsync(AmityRequest request, CancellationToken cancellationToken) =>
        RunAsync(new LocationCall(request, AddressOf(request)), cancellationToken);

    private async Task<T> RunAsync<T>(AmityCall<T> call, CancellationToken cancellationToken)
    {
        using var span = _telemetry.Start(call);
        using var limit = TimeLimit.Start(_options.Timeout, _options.TimeProvider, cancellationToken);
        try
        {
            T result;
            try
            {
                result = await AttemptAsync(call, limit.Token).ConfigureAwait(false);
            }
            catch (AmityException failure) when (_retries.Allow(call, failure))
            {
                result = await _retries.GoOnAsync(call, failure, AttemptAsync, limit.Token).ConfigureAwait(false);
            }

            _telemetry.Answered(span, call);
            return result;
        }
        catch (Exception exception)
        {
            var failure = Explain(exception, call, limit, cancellationToken);
            _telemetry.Failed(span, call, failure);
            if (_isInBulk && !call.IsOwn(failure))
            {
                throw new ThrownByCallerException(failure, call.SurelyNotDone);
            }

            if (failure == exception)
            {
                throw;
            }

            throw failure;
        }
    }

    private async ValueTask<T> AttemptAsync<T>(AmityCall<T> call, CancellationToken cancellationToken)
    {
        using var first = await ExchangeAsync(call, cancellationToken).ConfigureAwait(false);
        var isStale = first.StatusCode == 401 && _credential.Renew(first.Token);
        using var second = isStale ? await ExchangeAsync(call, cancellationToken).ConfigureAwait(false) : null;

        var answer = second ?? first;
        try
        {
            return call.Read(answer);
        }
        catch (AmityException) when (!answer.SaysNotDone)
        {
            call.OutcomeUnknown();
            throw;
        }
    }

    /// <summary>Sends the request once, when its credential's turn has come.</summary>
#if NET
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    private async ValueTask<AmityAnswer> ExchangeAsync(AmityCall call, CancellationToken cancellationToken)
    {
        var token = await PrepareAsync(call, cancellationToken).ConfigureAwait(false);
        if (_options.Pacing)
        {
            using var turn = await _telemetry.WaitForTurnAsync(call, _credential.Pace, cancellationToken).ConfigureAwait(false);
        }

        cancellationToken.ThrowIfCancellationRequested();
        using var limit = TimeLimit.Start(_options.AttemptTimeout, _options.TimeProvider, cancellationToken);
        try
        {
            using var message = Message(call.Request, token);
            call.Sending();
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            call.StatusCode = (int)response.StatusCode;
            var body = await ResponseBody.ReadAsync(response.Content, _options.MaxAnswerBytes, limit.Token).ConfigureAwait(false);
            var answer = new AmityAnswer(response, body, RetryAfterHeader.Read(response, _options.TimeProvider), token);
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
        catch (Exception exception) when (TransportFailures.Read(exception, call.Request, limit, _options) is { } failure)
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
    private async ValueTask<AmityToken> PrepareAsync(AmityCall call, CancellationToken cancellationToken)
    {
        try
        {
            var token = await _credential.GetTokenAsync(_options.TimeProvider, cancellationToken).ConfigureAwait(false);
            if (call.Attempts > 0)
            {
                await call.Request.RenewAsync(_options.TimeProvider, cancellationToken).ConfigureAwait(false);
            }

            return token;
        }
        catch (Exception exception) when (call.ThrownByCaller(exception))
        {
            throw;
        }
    }

    /// <summary>What the caller is told of a call that ended so.</summary>
    private Exception Explain(Exception exception, AmityCall call, TimeLimit limit, CancellationToken cancellationToken) => exception switch
    {
        AmityException failure when call.IsOwn(failure) => call.Tell(failure),
        OperationCanceledException when limit.IsOver => call.Tell(new AmityTransportException(call.Request, AmityTransportFailure.Timeout, $"not done within {_options.Timeout} ({nameof(AmityClientOptions)}.{nameof(AmityClientOptions.Timeout)})", call.LastFailure ?? exception)),
        OperationCanceledException when cancellationToken.IsCancellationRequested => call.SurelyNotDone
            ? new CanceledBeforeSendException(cancellationToken)
            : new OperationCanceledException(exception.Message, exception, cancellationToken),
        _ => exception,
    };

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
