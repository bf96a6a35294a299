using System.Runtime.ExceptionServices;
using Amity.Core.Cancellation;

namespace Amity.Core.Authentication;

#pragma warning disable CA1001 // The semaphore's wait handle is never made, so there is nothing to dispose.
/// <summary>Keeps the present token and gets the next one, once for all callers that wait for it.</summary>
internal sealed class AmityTokenSource
#pragma warning restore CA1001
{
    /// <summary>A token this close to its end may end on the way.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(30);

    /// <summary>A token that looks expired as soon as it is given is used for this long before the provider is asked again.</summary>
    private static readonly TimeSpan ShortestUse = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly Func<CancellationToken, Task<AmityToken>>? _provider;
    private volatile AmityToken? _current;
    private volatile ExceptionDispatchInfo? _failure;
    private long _receivedAt;
    private long _serviceAhead;

    private AmityTokenSource(AmityToken? fixedToken, Func<CancellationToken, Task<AmityToken>>? provider)
    {
        _current = fixedToken;
        _provider = provider;
    }

    internal static AmityTokenSource Of(AmityToken token) => new(token, provider: null);

    internal static AmityTokenSource From(Func<CancellationToken, Task<AmityToken>> provider) => new(fixedToken: null, provider);

    internal ValueTask<AmityToken> GetAsync(TimeProvider time, CancellationToken cancellationToken) =>
        Usable(time) is { } token ? new ValueTask<AmityToken>(token) : new ValueTask<AmityToken>(RenewAsync(time, cancellationToken));

    internal bool Forget(AmityToken rejected)
    {
        if (_provider is null)
        {
            return false;
        }

        // Only the rejected one: another caller may have renewed it by now.
#pragma warning disable CS0420 // Interlocked works on volatile fields.
        Interlocked.CompareExchange(ref _current, null, rejected);
#pragma warning restore CS0420
        return true;
    }

    /// <summary>Notes how far the service's clock is ahead of this machine's, as its tokens end by that one.</summary>
    internal void Learn(HttpResponseMessage response, TimeProvider time)
    {
        if (_provider is not null && response.Headers.Date is { } now)
        {
            Volatile.Write(ref _serviceAhead, (now - time.GetUtcNow()).Ticks);
        }
    }

    private AmityToken? Usable(TimeProvider time) =>
        _current is { } token && (_provider is null || token.ExpiresAt is not { } end || Lasts(end, time)) ? token : null;

    private bool Lasts(DateTimeOffset end, TimeProvider time) =>
        end - time.GetUtcNow() - TimeSpan.FromTicks(Volatile.Read(ref _serviceAhead)) > Reserve
        || time.GetElapsedTime(Volatile.Read(ref _receivedAt)) < ShortestUse;

    private async Task<AmityToken> RenewAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var earlier = _failure;
        await _oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Usable(time) is { } token)
            {
                return token;
            }

            // Whoever waited for an asking shares its failure, or a provider that hangs would be asked by one after another.
            if (_failure is { } failure && failure != earlier)
            {
                failure.Throw();
            }

            var received = await AskAsync(cancellationToken).ConfigureAwait(false);
            Volatile.Write(ref _receivedAt, time.GetTimestamp());
            return _current = received;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async Task<AmityToken> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await CallersCode.RunAsync(() => _provider!(cancellationToken), cancellationToken).ConfigureAwait(false)
                ?? throw new InvalidOperationException($"The provider of {nameof(AmityCredential)}.{nameof(AmityCredential.FromProvider)} returned no token.");
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            _failure = ExceptionDispatchInfo.Capture(exception);
            throw;
        }
    }
}
