using System.Threading.RateLimiting;
using Amity.Core.Arguments;

namespace Amity;

/// <summary>
/// Lets through so many requests in any window of time, first come first served; a burst up to the limit is allowed.
/// The stock limiters cut time into segments and let up to twice the limit through inside one true window, so this one keeps
/// the time of every request of the last window: a client's own requests count from when they are written, however long their
/// connection took, and permits that are acquired through the base class count from when they are granted.
/// </summary>
public sealed partial class AmityRateLimit : RateLimiter
{
    /// <summary>Requests do not all take the same time to arrive, so that the service sees a window shorter than ours.</summary>
    internal static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(100);

    /// <summary>Timers take no more than 49 days; whoever waits longer is looked after once a day.</summary>
    private const double LongestTimer = 24 * 60 * 60 * 1000;

    private readonly object _gate = new();
    private readonly LinkedList<Waiter> _waiters = new();
    private readonly LinkedList<long> _counted = new();
    private readonly int _limit;
    private readonly TimeSpan _window;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private int _unwritten;
    private long _pausedUntil = long.MinValue;
    private long _successes;
    private long _failures;
    private bool _disposed;

    /// <summary>Makes a rate limit.</summary>
    /// <param name="requests">How many requests a window lets through, at least 1; 100 by default, the service's limit.</param>
    /// <param name="window">The window, longer than zero; 5.1 seconds by default, the service's 5 and a margin for the way there.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below 1, or the window not longer than zero.</exception>
    public AmityRateLimit(int requests = ServiceRequests, TimeSpan? window = null, TimeProvider? timeProvider = null)
    {
        Guard.Range(requests, 1, int.MaxValue, nameof(requests));
        _window = window ?? ServiceWindow + Margin;
        Guard.Positive(_window, nameof(window));
        _limit = requests;
        _time = timeProvider ?? TimeProvider.System;
        _timer = _time.CreateTimer(static state => ((AmityRateLimit)state!).LetThrough(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc />
    public override TimeSpan? IdleDuration => null;

    /// <summary>Lets nothing through for a while, as after a 429; what waits keeps its place.</summary>
    /// <param name="duration">How long from now; a longer pause under way stays.</param>
    public void Pause(TimeSpan duration)
    {
        lock (_gate)
        {
            _pausedUntil = Math.Max(_pausedUntil, Later(_time.GetTimestamp(), duration));
        }
    }

    /// <inheritdoc />
    public override RateLimiterStatistics GetStatistics()
    {
        lock (_gate)
        {
            Forget(_time.GetTimestamp());
            return new RateLimiterStatistics
            {
                CurrentAvailablePermits = _limit - _counted.Count - _unwritten,
                CurrentQueuedCount = _waiters.Count,
                TotalSuccessfulLeases = _successes,
                TotalFailedLeases = _failures,
            };
        }
    }

    /// <summary>Waits for the permit of one request, which the request's progress then counts.</summary>
    internal ValueTask<RateLimitLease> AcquireAsync(CancellationToken cancellationToken) => AcquireAsync(isCounted: false, cancellationToken);

    private async ValueTask<RateLimitLease> AcquireAsync(bool isCounted, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Waiter waiter;
        lock (_gate)
        {
            CheckNotDisposed();
            if (_waiters.Count == 0 && TryTake(_time.GetTimestamp()))
            {
                return Granted(isCounted);
            }

            waiter = new Waiter(isCounted);
            _waiters.AddLast(waiter);
            Schedule(_time.GetTimestamp());
        }

        using (cancellationToken.Register(() => GiveUp(waiter, cancellationToken)))
        {
            return await waiter.Task.ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        CheckCount(permitCount);
        lock (_gate)
        {
            CheckNotDisposed();
            if (permitCount == 0)
            {
                return Lease.OfNothing;
            }

            if (_waiters.Count == 0 && TryTake(_time.GetTimestamp()))
            {
                return Granted(isCounted: true);
            }

            _failures++;
            return Lease.Denied;
        }
    }

    /// <inheritdoc />
    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        CheckCount(permitCount);
        return permitCount == 0 ? Lease.OfNothing : await AcquireAsync(isCounted: true, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        lock (_gate)
        {
            _disposed = true;
            _timer.Dispose();
            foreach (var waiter in _waiters)
            {
                waiter.TrySetException(new ObjectDisposedException(nameof(AmityRateLimit)));
            }

            _waiters.Clear();
        }

        base.Dispose(disposing);
    }

    private Permit Granted(bool isCounted)
    {
        var permit = new Permit(this);
        if (isCounted)
        {
            permit.Count();
        }

        return permit;
    }

    private static void CheckCount(int permitCount)
    {
        if (permitCount > 1)
        {
            throw new ArgumentOutOfRangeException(nameof(permitCount), permitCount, "A request takes one permit.");
        }
    }

    private void CheckNotDisposed()
    {
        if (_disposed)
        {
            throw new ObjectDisposedException(nameof(AmityRateLimit));
        }
    }

    private void GiveUp(Waiter waiter, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_waiters.Remove(waiter))
            {
                waiter.TrySetCanceled(cancellationToken);
            }
        }
    }

    private void LetThrough()
    {
        lock (_gate)
        {
            var now = _time.GetTimestamp();
            while (!_disposed && _waiters.First is { } first && TryTake(now))
            {
                _waiters.RemoveFirst();
                first.Value.TrySetResult(Granted(first.Value.IsCounted));
            }

            Schedule(now);
        }
    }

    private bool TryTake(long now)
    {
        Forget(now);
        if (now < _pausedUntil || _counted.Count + _unwritten >= _limit)
        {
            return false;
        }

        _unwritten++;
        _successes++;
        return true;
    }

    private void Forget(long now)
    {
        while (_counted.First is { } oldest && Later(oldest.Value, _window) <= now)
        {
            _counted.RemoveFirst();
        }
    }

    private void Schedule(long now)
    {
        if (_disposed || _waiters.Count == 0)
        {
            return;
        }

        var free = now;
        if (_counted.Count + _unwritten >= _limit)
        {
            if (_counted.First is not { } oldest)
            {
                // No time frees a permit, only the writing of a request does, and it schedules anew.
                return;
            }

            free = Later(oldest.Value, _window);
        }

        var wait = _time.GetElapsedTime(now, Math.Max(free, _pausedUntil));
        // A timer may fire a little early; rounding up keeps it from spinning.
        var milliseconds = Math.Min(LongestTimer, Math.Max(1, Math.Ceiling(wait.TotalMilliseconds)));
        _timer.Change(TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);
    }

    // A duration beyond the clock's range, such as TimeSpan.MaxValue, ends where the range does instead of in the past.
    private long Later(long timestamp, TimeSpan duration) =>
        timestamp + (long)Math.Min(duration.TotalSeconds * _time.TimestampFrequency, long.MaxValue / 2);

    /// <summary>The permit of one request: takes a place without end until it is counted, and from then on for one window.</summary>
    internal sealed class Permit(AmityRateLimit limiter) : Lease(isAcquired: true)
    {
        private readonly LinkedListNode<long> _place = new(0);
        private bool _isCounted;

        /// <summary>
        /// Counts the permit from now on: when its request is written, and anew when its response begins, which proves that the service
        /// had not seen the request later than this. A permit whose window is over by then stays forgotten.
        /// </summary>
        internal void Count()
        {
            lock (limiter._gate)
            {
                if (_isCounted && _place.List is null)
                {
                    return;
                }

                if (_isCounted)
                {
                    limiter._counted.Remove(_place);
                }
                else
                {
                    _isCounted = true;
                    limiter._unwritten--;
                }

                var now = limiter._time.GetTimestamp();
                _place.Value = now;
                limiter._counted.AddLast(_place);
                limiter.Schedule(now);
            }
        }

        /// <inheritdoc cref="AmityRateLimit.Pause" />
        internal void Pause(TimeSpan duration) => limiter.Pause(duration);

        /// <summary>Counts a permit whose request nobody saw being written.</summary>
        protected override void Dispose(bool disposing)
        {
            lock (limiter._gate)
            {
                if (!_isCounted)
                {
                    Count();
                }
            }

            base.Dispose(disposing);
        }
    }

    internal class Lease(bool isAcquired) : RateLimitLease
    {
        internal static readonly Lease OfNothing = new(isAcquired: true);
        internal static readonly Lease Denied = new(isAcquired: false);

        public override bool IsAcquired => isAcquired;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }

    private sealed class Waiter(bool isCounted) : TaskCompletionSource<Permit>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        /// <summary>Whether its permit counts from when it is granted.</summary>
        internal bool IsCounted => isCounted;
    }
}
