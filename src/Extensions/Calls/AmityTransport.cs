#if NET
using System.Runtime.CompilerServices;
#endif
using System.Runtime.ExceptionServices;
using System.Threading.RateLimiting;

namespace Amity;

/// <summary>
/// Sends the request of an operation, as often as its rules allow, and reads its response; every operation goes through here.
/// </summary>
internal sealed partial class AmityTransport
{
    private readonly AmityConnections _connections;
    private readonly string _prefix;
    private readonly Uri _server;
    private AmityClientOptions _options;
    private CallTelemetry _telemetry;
    private AmityRetries _retries;
    private AmityKeys _keys;
    private AmityCredential _credential;
    private Action<AmityCall>? _observer;

    internal AmityTransport(AmityConnections connections, Uri baseAddress, AmityCredential credential, AmityClientOptions options)
    {
        _connections = connections;
        _server = baseAddress;
        _prefix = baseAddress.AbsoluteUri.TrimEnd('/');
        _credential = credential;
        _options = options;
        _keys = new AmityKeys(options);
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

    internal AmityTransport With(AmityClientOptions options)
    {
        var copy = (AmityTransport)MemberwiseClone();
        copy._options = options;
        copy._keys = new AmityKeys(options, _keys.RateLimit);
        copy._telemetry = new CallTelemetry(_server, options);
        copy._retries = new AmityRetries(options, copy._telemetry.Logger);
        return copy;
    }

    /// <summary>Shows each call when it is over, also what its exception does not say.</summary>
    internal AmityTransport Observed(Action<AmityCall> observer)
    {
        var copy = (AmityTransport)MemberwiseClone();
        copy._observer = observer;
        return copy;
    }

    /// <summary>Sends a request whose response is JSON.</summary>
    internal Task<T> SendAsync<T>(AmityRequest request, ResponseReader.Item<T?> read, CancellationToken cancellationToken)
        where T : AmityModel =>
        RunAsync(new ResponseCall<T>(request, read, _options, _observer), request.Address(_prefix), cancellationToken);

    /// <summary>Sends a request whose response is JSON, but no object of the spec.</summary>
    internal Task<T> SendForValueAsync<T>(AmityRequest request, ResponseReader.Item<T?> read, CancellationToken cancellationToken)
        where T : class =>
        RunAsync(new ValueCall<T>(request, read, _options, _observer), request.Address(_prefix), cancellationToken);

    /// <summary>Sends a request whose response is one text.</summary>
    internal Task<string> SendForTextAsync(AmityRequest request, CancellationToken cancellationToken) =>
        RunAsync(new TextCall(request, _options, _observer), request.Address(_prefix), cancellationToken);

    /// <summary>Sends a request whose response the caller reads.</summary>
    /// <exception cref="ArgumentException">The address of the request is not below the base address.</exception>
    internal Task<AmityResponse> SendForResponseAsync(AmityRequest request, CancellationToken cancellationToken)
    {
        var address = request.Address(_prefix);
        return address.AbsoluteUri.StartsWith(_prefix + "/", StringComparison.Ordinal)
            ? RunAsync(new RawCall(request, _options, _observer), address, cancellationToken)
            : throw new ArgumentException($"{request.Path} leads away from the base address.", nameof(request));
    }

    /// <summary>Sends a request whose response only says that it succeeded.</summary>
    internal Task SendAsync(AmityRequest request, CancellationToken cancellationToken) =>
        RunAsync(new EmptyCall(request, _observer), request.Address(_prefix), cancellationToken);

    /// <summary>Sends a request whose response is a redirect, and gives its target without following it.</summary>
    internal Task<Uri> LocateAsync(AmityRequest request, CancellationToken cancellationToken)
    {
        var address = request.Address(_prefix);
        return RunAsync(new LocationCall(request, address, _observer), address, cancellationToken);
    }

    private async Task<T> RunAsync<T>(AmityCall<T> call, Uri address, CancellationToken cancellationToken)
    {
        if (_connections.IsDisposed)
        {
            throw new ObjectDisposedException(nameof(AmityClient));
        }

        using var span = _telemetry.Start(call);
        using var limit = TimeLimit.Start(_options.Timeout, _options.TimeProvider, cancellationToken);
        try
        {
            T result;
            try
            {
                result = await AttemptAsync(call, address, limit.Token).ConfigureAwait(false);
            }
            catch (AmityException failure) when (_retries.Allow(call, failure))
            {
                result = await _retries
                    .GoOnAsync(call, failure, (again, token) => AttemptAsync(again, address, token), limit.Token)
                    .ConfigureAwait(false);
            }

            _telemetry.Responded(span, call);
            return result;
        }
        catch (Exception exception)
        {
            var failure = Explain(exception, call, limit, cancellationToken);
            _telemetry.Failed(span, call, failure);
            if (failure == exception)
            {
                throw;
            }

            throw failure;
        }
        finally
        {
            call.Ended();
        }
    }

    private async ValueTask<T> AttemptAsync<T>(AmityCall<T> call, Uri address, CancellationToken cancellationToken)
    {
        using var first = await ExchangeAsync(call, address, cancellationToken).ConfigureAwait(false);
        var isSentAgain = first.Renew(_credential) && call.Request.CanBeSentAgain;
        using var second = isSentAgain ? await ExchangeAsync(call, address, cancellationToken).ConfigureAwait(false) : null;

        var response = second ?? first;
        try
        {
            return call.Read(response, response.Limit.Token);
        }
        catch (AmityException)
        {
            call.OutcomeUnknownUnlessRejected();
            throw;
        }
        catch (OperationCanceledException exception)
        {
            call.OutcomeUnknownUnlessRejected();
            if (FailureOf(exception, call, wasSent: true, response.Limit, cancellationToken) is { } failure)
            {
                throw failure;
            }

            throw;
        }
    }

    /// <summary>Sends the request once, when its credential's turn has come.</summary>
#if NET
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    private async ValueTask<ReceivedResponse> ExchangeAsync(AmityCall call, Uri address, CancellationToken cancellationToken)
    {
        var token = await PrepareAsync(call, cancellationToken).ConfigureAwait(false);
        using var permit = _options.RateLimiting
            ? await _telemetry.WaitForTurnAsync(call, LimitOf(call), cancellationToken).ConfigureAwait(false)
            : null;

        cancellationToken.ThrowIfCancellationRequested();
        if (_connections.IsDisposed)
        {
            throw Disposed(call);
        }

        var limit = TimeLimit.Start(_options.AttemptTimeout, _options.TimeProvider, cancellationToken);
        call.Sending(permit);
        var content = RequestContent.Of(call, _connections.HasOwnHandler, limit.Token);
        using var message = new HttpRequestMessage(call.Request.Method, address) { Content = content };
        try
        {
            if (call.Request.Scheme == Scheme.Credential)
            {
                _credential.Apply(message, token!);
            }
            else if (token is not null)
            {
                AmityKeys.Apply(message, call.Request.Scheme, token);
            }

            call.Request.Apply(message);
            using var response = await _connections.SendAsync(message, limit.Token).ConfigureAwait(false);
            call.Responded((int)response.StatusCode);
            if (response.RequestMessage is { RequestUri: { } asked } && asked != address)
            {
                throw new AmityTransportException(
                    call.Request, AmityTransportFailure.Redirected, "the response came from another address than the one that was asked");
            }

            _credential.Learn(response, _options.TimeProvider);
            var retryAfter = RetryAfterHeader.Read(response, _options.TimeProvider);
            if (call.StatusCode == 429)
            {
                call.Pause(RetryDelay.AfterRateLimit(retryAfter, _options.MaxRetryAfter));
            }

            // A handler of the caller's may leave it out where a success has no body.
            response.Content ??= new ByteArrayContent([]);
            var body = await ReadBodyAsync(response, limit.Token, cancellationToken).ConfigureAwait(false);
            return new ReceivedResponse(response, body, retryAfter, call.Request.Scheme, token, limit);
        }
        catch (Exception exception)
        {
            call.Broken();
            var wasHeldBack = !call.IsWritten && _connections.ShowsWriting && ReferenceEquals(message.Content, content);
            var failure = call.ThrownByCaller is null
                ? FailureOf(exception, call, wasSent: call.IsSeen || !wasHeldBack, limit, cancellationToken)
                : null;
            if (call.IsSeen || !(wasHeldBack || TransportFailures.IsUnsent(failure)))
            {
                call.OutcomeUnknownUnlessRejected();
            }

            limit.Dispose();
            if (failure is not null)
            {
                throw failure;
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (call.ThrownByCaller is { } thrown)
            {
                ExceptionDispatchInfo.Capture(thrown).Throw();
            }

            throw;
        }
    }

    /// <summary>Reads the body; null for one that cannot be read under a status that says enough without it.</summary>
#if NET
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    private async ValueTask<PooledBody?> ReadBodyAsync(HttpResponseMessage response, CancellationToken attempt, CancellationToken call)
    {
        try
        {
            return await ResponseBody
                .ReadAsync(response.Content, _options.MaxResponseBytes, _connections.EndsWithItsToken, attempt)
                .ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever a broken body ends with, the status has arrived.
        catch (Exception) when (!response.IsSuccessStatusCode && !call.IsCancellationRequested && !_connections.IsDisposed)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    /// <summary>
    /// What an attempt's exception stands for; null when it is to be passed on as it is, or as the caller's cancellation.
    /// </summary>
    private AmityTransportException? FailureOf(
        Exception exception, AmityCall call, bool wasSent, TimeLimit limit, CancellationToken cancellationToken) => exception switch
        {
            AmityTransportException own => own,
            // Whatever the cancellation tore: a connection, a body, a wait.
            OperationCanceledException or IOException or HttpRequestException or ObjectDisposedException
                when cancellationToken.IsCancellationRequested => null,
            OperationCanceledException or ObjectDisposedException when _connections.IsDisposed => Disposed(call),
            _ => TransportFailures.Read(exception, call, wasSent, limit, _options),
        };

    private static AmityTransportException Disposed(AmityCall call) =>
        new(call.Request, AmityTransportFailure.Disposed, "the client was disposed during the call");

    /// <summary>Runs the caller's own code: the provider of tokens, and the signer of a request that is made anew.</summary>
    private async ValueTask<AmityToken?> PrepareAsync(AmityCall call, CancellationToken cancellationToken)
    {
        try
        {
            var token = call.Request.Scheme == Scheme.Credential
                ? await _credential.GetTokenAsync(_options.TimeProvider, cancellationToken).ConfigureAwait(false)
                : _keys.KeyFor(call.Request);
            await call.Request.RenewAsync(_options.TimeProvider, cancellationToken).ConfigureAwait(false);
            return token;
        }
        catch (Exception exception)
        {
            call.ThrownByCaller = exception;
            throw;
        }
    }

    private RateLimiter LimitOf(AmityCall call) => call.Request.Scheme == Scheme.Credential ? _credential.RateLimit : _keys.RateLimit;

    /// <summary>What the caller learns of a call that ended so.</summary>
    private Exception Explain(Exception exception, AmityCall call, TimeLimit limit, CancellationToken cancellationToken) => exception switch
    {
        AmityException failure when call.IsOwn(failure) => call.Complete(failure),
        OperationCanceledException when limit.IsOver => call.Complete(new AmityTransportException(
            call.Request,
            AmityTransportFailure.Timeout,
            $"not done within {_options.Timeout} ({nameof(AmityClientOptions)}.{nameof(AmityClientOptions.Timeout)})",
            call.LastFailure ?? exception)),
        OperationCanceledException when cancellationToken.IsCancellationRequested =>
            new OperationCanceledException(exception.Message, exception, cancellationToken),
        _ => exception,
    };
}
