#if NET
using System.Runtime.CompilerServices;
#endif
using System.Runtime.ExceptionServices;
using System.Threading.RateLimiting;
using Amity.Core.Authentication;
using Amity.Core.Cancellation;
using Amity.Core.Retries;
using Amity.Core.Telemetry;

namespace Amity.Core.Http;

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
    private AmityKeys _keys;
    private AmityCredential _credential;

    internal AmityTransport(AmityConnections connections, Uri baseAddress, AmityCredential credential, AmityClientOptions options)
    {
        _connections = connections;
        _server = baseAddress;
        _prefix = baseAddress.AbsoluteUri.TrimEnd('/');
        _credential = credential;
        _options = options;
        _keys = new AmityKeys(options);
        _telemetry = new CallTelemetry(baseAddress, options);
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
        return copy;
    }

    /// <summary>What a member of a client throws that was made without connections.</summary>
    internal static InvalidOperationException NotConnected(string client, string member) => new(
        $"{client}.{member} was called on a client without connections, as fakes are: override {member}, or use a client of an {nameof(AmityClient)}.");

    /// <summary>Where a request goes; null when the address is longer than .NET can carry.</summary>
    internal Uri? FindAddress(AmityRequest request) => request.Address(_prefix);

    /// <summary>Where a request goes.</summary>
    /// <exception cref="ArgumentException">The address is longer than .NET can carry.</exception>
    internal Uri AddressOf(AmityRequest request) => FindAddress(request)
        ?? throw new ArgumentException($"The address of {request.Operation} is longer with these arguments than .NET can carry.");

    /// <summary>Whether an address is below the base address.</summary>
    internal bool IsBelowBase(Uri address) => address.AbsoluteUri.StartsWith(_prefix + "/", StringComparison.Ordinal);

    /// <summary>Sends a call, and gives what its response is read as.</summary>
    /// <exception cref="AmityException">The call failed.</exception>
    internal async Task<T> SendAsync<T>(AmityCall<T> call, CancellationToken cancellationToken)
    {
        call.Started(AddressOf(call.Request), _options.TimeProvider.GetTimestamp());
        if (_connections.IsDisposed)
        {
            throw new ObjectDisposedException(nameof(AmityClient));
        }

        using var span = CallTelemetry.Start(call.Request.Operation);
        using var limit = TimeLimit.Start(_options.Timeout, _options.TimeProvider, cancellationToken);
        try
        {
            T result;
            while (true)
            {
                try
                {
                    result = await AttemptAsync(call, limit.Token).ConfigureAwait(false);
                    call.Done();
                    break;
                }
                catch (AmityException failure) when (MayRetry(call, failure, limit.Token))
                {
                    call.Retrying(failure);
                }

                await DelayAsync(call, limit.Token).ConfigureAwait(false);
            }

            _telemetry.Responded(span, call.Record);
            return result;
        }
        catch (Exception exception)
        {
            var failure = Explain(exception, call, limit, cancellationToken);
            _telemetry.Failed(span, call.Record, failure);
            if (failure == exception)
            {
                throw;
            }

            throw failure;
        }
    }

    private bool MayRetry(AmityCall call, AmityException failure, CancellationToken cancellationToken) =>
        call.Retries < _options.MaxRetries && call.IsOwn(failure) && call.Request.CanBeSentAgain && RetryPolicy.Allows(call.Request.Repeat, failure)
            && !cancellationToken.IsCancellationRequested && !call.Withdrawal.IsCancellationRequested;

    private async Task DelayAsync(AmityCall call, CancellationToken cancellationToken)
    {
        var failure = call.LastFailure!;
        var delay = RetryPolicy.DelayAfter(failure, call.Retries - 1, call.IsPausedByItsLimit, _options.MaxRetryAfter);
        _telemetry.Retrying(call.Record, failure, delay);
        using var withdrawable = Withdrawable(call, cancellationToken);
        await _options.TimeProvider.Delay(delay, withdrawable?.Token ?? cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A token that also ends with the call's withdrawal; null for a call that nobody withdraws.</summary>
    private static CancellationTokenSource? Withdrawable(AmityCall call, CancellationToken cancellationToken) =>
        call.Withdrawal.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, call.Withdrawal) : null;

    private async ValueTask<T> AttemptAsync<T>(AmityCall<T> call, CancellationToken cancellationToken)
    {
        using var first = await ExchangeAsync(call, cancellationToken).ConfigureAwait(false);
        var isSentAgain = first.Renew(_credential) && call.Request.CanBeSentAgain;
        using var second = isSentAgain ? await ExchangeAsync(call, cancellationToken).ConfigureAwait(false) : null;

        var response = second ?? first;
        try
        {
            return call.Read(response, _options, response.Limit.Token);
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
    private async ValueTask<ReceivedResponse> ExchangeAsync(AmityCall call, CancellationToken cancellationToken)
    {
        using var withdrawable = Withdrawable(call, cancellationToken);
        var unsent = withdrawable?.Token ?? cancellationToken;
        unsent.ThrowIfCancellationRequested();
        var token = await PrepareAsync(call, unsent).ConfigureAwait(false);
        using var permit = _options.RateLimiting ? await AcquireAsync(call, unsent).ConfigureAwait(false) : null;

        unsent.ThrowIfCancellationRequested();
        if (_connections.IsDisposed)
        {
            throw Disposed(call);
        }

        var limit = TimeLimit.Start(_options.AttemptTimeout, _options.TimeProvider, cancellationToken);
        call.Sending(permit);
        var content = RequestContent.Of(call, _connections.HasOwnHandler, limit.Token);
        using var message = new HttpRequestMessage(call.Request.Method, call.Address) { Content = content };
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
            if (response.RequestMessage is { RequestUri: { } asked } && asked != call.Address)
            {
                throw new AmityTransportException(
                    call.Request.Name, AmityTransportFailure.Redirected, "the response came from another address than the one that was asked");
            }

            _credential.Learn(response, _options.TimeProvider);
            var retryAfter = response.IsSuccessStatusCode ? null : RetryAfter.Of(response, _options.TimeProvider);
            if (call.StatusCode == 429)
            {
                call.Pause(RetryPolicy.AfterRateLimit(retryAfter, _options.MaxRetryAfter));
            }

            // A handler of the caller's may leave it out where a success has no body.
            response.Content ??= new ByteArrayContent([]);
            var body = await ReadBodyAsync(call, response, limit.Token, cancellationToken).ConfigureAwait(false);
            return new ReceivedResponse(response, body, retryAfter, call.Request, token, limit);
        }
        catch (Exception exception)
        {
            call.EndedWithoutResponse();
            var wasHeldBack = call.IsHeldBack || (!call.IsWritten && _connections.ShowsWriting && ReferenceEquals(message.Content, content));
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

    /// <summary>Runs the caller's own code: the provider of tokens, and the signer of a request that is made anew.</summary>
    private async ValueTask<AmityToken?> PrepareAsync(AmityCall call, CancellationToken cancellationToken)
    {
        try
        {
            var token = call.Request.Scheme == Scheme.Credential
                ? await _credential.GetTokenAsync(call.Request.Operation, _options.TimeProvider, cancellationToken).ConfigureAwait(false)
                : _keys.KeyFor(call.Request.Scheme, call.Request.Operation);
            await call.Request.RenewAsync(_options.TimeProvider, cancellationToken).ConfigureAwait(false);
            return token;
        }
        catch (Exception exception)
        {
            call.ThrownByCaller = exception;
            throw;
        }
    }

    /// <summary>Waits for the permit of a call.</summary>
    private async ValueTask<RateLimitLease> AcquireAsync(AmityCall call, CancellationToken cancellationToken)
    {
        var limit = call.Request.Scheme == Scheme.Credential ? _credential.RateLimit : _keys.RateLimit;
        var turn = limit is AmityRateLimit own ? own.AcquireAsync(cancellationToken) : AcquireOfOtherAsync(call, limit, cancellationToken);
        if (turn.IsCompleted)
        {
            return await turn.ConfigureAwait(false);
        }

        var start = _options.TimeProvider.GetTimestamp();
        RateLimitLease? permit = null;
        try
        {
            permit = await turn.ConfigureAwait(false);
        }
        finally
        {
            Waited(call, start, permit);
        }

        return permit;
    }

    private void Waited(AmityCall call, long start, RateLimitLease? permit)
    {
        try
        {
            _telemetry.Waited(call.Request.Operation, _options.TimeProvider.GetElapsedTime(start));
        }
        catch
        {
            // A listener of the application's threw.
            permit?.Dispose();
            throw;
        }
    }

    /// <summary>A limiter of the caller's own may ignore the token, fail, or grant nothing.</summary>
    private static async ValueTask<RateLimitLease> AcquireOfOtherAsync(AmityCall call, RateLimiter rateLimit, CancellationToken cancellationToken)
    {
        RateLimitLease lease;
        try
        {
            lease = await CallersCode.WaitAsync(rateLimit.AcquireAsync(1, cancellationToken).AsTask(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            call.ThrownByCaller = exception;
            throw;
        }

        if (lease.IsAcquired)
        {
            return lease;
        }

        TimeSpan? retryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : null;
        lease.Dispose();
        throw new AmityRateLimiterRejectedException(call.Request.Name, retryAfter);
    }

    /// <summary>Reads the body; null for one that cannot be read under a status that says enough without it.</summary>
#if NET
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    private async ValueTask<ResponseBody?> ReadBodyAsync(
        AmityCall call, HttpResponseMessage response, CancellationToken attempt, CancellationToken cancellationToken)
    {
        try
        {
            return await ResponseBody
                .ReadAsync(call.Request.Name, response.Content, _options.MaxResponseBytes, _connections.EndsWithItsToken, attempt)
                .ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever a broken body ends with, the status has arrived.
        catch (Exception) when (!response.IsSuccessStatusCode && !cancellationToken.IsCancellationRequested && !_connections.IsDisposed)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
