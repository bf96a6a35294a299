using Amity.Core.Http;

namespace Amity.Core.Bulk;

// Sends a batch, and splits one that is rejected because of some of its ids until these stand alone.
internal sealed partial class BulkRun
{
    /// <summary>As many as will ever want to split a batch.</summary>
    private const int Everybody = 1 << 30;

    private readonly SemaphoreSlim _probe = new(1);
    private int _isAnyAccepted;

    /// <summary>Settles some items of a batch; gives the error that ends the run, or null.</summary>
    private async Task<Exception?> SettleAsync(BulkBatch batch, ArraySegment<int> places, Rejections rejections)
    {
        if (places.Count == 0)
        {
            return null;
        }

        if (cancellationToken.IsCancellationRequested)
        {
            return new OperationCanceledException(cancellationToken);
        }

        if (rejections.Error is not null || _stop.IsCancellationRequested)
        {
            return rejections.Error;
        }

        AmityCall? call = null;
        try
        {
            call = callOf(batch.IdsOf(places));
            call.Withdrawal = _stop.Token;
            await call.SendAsync(transport, cancellationToken).ConfigureAwait(false);
            Done(batch, places, rejections);
            return null;
        }
        catch (AmityApiException rejection) when (call is not null && call.IsOwn(rejection) && IsAboutIds(rejection))
        {
            rejections.Add(rejection);
            if (rejection.MayHaveSucceeded)
            {
                // Whatever becomes of the halves: an attempt whose response was lost may have been acted on before the service rejected it.
                batch.Mark(places, BulkOutcome.Unknown, rejection);
            }

            if (places.Count > 1)
            {
                return rejections.IsOfTheWhole
                    ? await ProbeAsync(batch, places, rejections).ConfigureAwait(false)
                    : await SplitAsync(batch, places, rejections).ConfigureAwait(false);
            }

            batch.MarkRejected(places, rejection);
            return null;
        }
#pragma warning disable CA1031 // Whatever ended the run, what it had done by then is handed over with it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (call is { IsDone: true })
            {
                Done(batch, places, rejections);
            }
            else if (call is { SurelyNotDone: false })
            {
                batch.Mark(places, BulkOutcome.Unknown, exception);
            }

            // A call that was withdrawn follows from what ended the run.
            var isWithdrawn = exception is OperationCanceledException && _stop.IsCancellationRequested && !cancellationToken.IsCancellationRequested;
            return isWithdrawn ? null : exception;
        }
    }

    private void Done(BulkBatch batch, ArraySegment<int> places, Rejections rejections)
    {
        rejections.Accepted();
        batch.Mark(places, BulkOutcome.Done);
        if (Interlocked.Exchange(ref _isAnyAccepted, 1) == 0)
        {
            _probe.Release(Everybody);
        }
    }

    /// <summary>Splits a batch; one at a time until any id of the run is accepted, as the others would only repeat what that one shows.</summary>
    private async Task<Exception?> ProbeAsync(BulkBatch batch, ArraySegment<int> places, Rejections rejections)
    {
        // Not by the token: whoever holds it ends by it.
        await _probe.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            return await SplitAsync(batch, places, rejections).ConfigureAwait(false);
        }
        finally
        {
            _probe.Release();
        }
    }

    private async Task<Exception?> SplitAsync(BulkBatch batch, ArraySegment<int> places, Rejections rejections)
    {
        var half = places.Count / 2;
        var first = new ArraySegment<int>(places.Array!, places.Offset, half);
        var second = new ArraySegment<int>(places.Array!, places.Offset + half, places.Count - half);
        return await SettleAsync(batch, first, rejections).ConfigureAwait(false) ?? await SettleAsync(batch, second, rejections).ConfigureAwait(false);
    }

    private static bool IsAboutIds(AmityApiException rejection) =>
        rejection.StatusCode == 400 || rejection.Category == AmityErrorCategory.UsersRejected;

    /// <summary>
    /// What the requests for one batch showed so far. When all of them are rejected alike, the reason is hardly the ids: splitting down to
    /// each of them would only multiply the requests, so that it ends the run. As soon as one id is accepted, it is the ids.
    /// </summary>
    private sealed class Rejections
    {
        private const int MostRequestsWithoutSuccess = 16;

        private AmityApiException? _first;
        private int _count;
        private bool _isAboutIds;

        /// <summary>The rejection that all requests met, once there were enough of them; null before, and when the ids are the reason.</summary>
        internal AmityApiException? Error => !_isAboutIds && _count >= MostRequestsWithoutSuccess ? _first : null;

        /// <summary>Whether the rejection that was just met is that of the whole batch.</summary>
        internal bool IsOfTheWhole => _count == 1;

        internal void Accepted() => _isAboutIds = true;

        internal void Add(AmityApiException rejection)
        {
            _count++;
            _isAboutIds |= _first is { } earlier && !IsAlike(earlier, rejection);
            _first ??= rejection;
        }

        private static bool IsAlike(AmityApiException one, AmityApiException other) =>
            one.StatusCode == other.StatusCode && one.ErrorCode == other.ErrorCode && one.ServiceMessage == other.ServiceMessage;
    }
}
