using System.Collections.Concurrent;

namespace Amity.Core.Cancellation;

/// <summary>A token that is cancelled by its caller or when the time is over, whichever comes first.</summary>
internal sealed class TimeLimit : IDisposable
{
    // Every call needs two: what was not cancelled is used again.
    private static readonly ConcurrentQueue<TimeLimit> Idle = new();

    private readonly CancellationTokenSource _source;
    private readonly TimeProvider _time;
    private CancellationToken _caller;
    private CancellationTokenRegistration _registration;

    private TimeLimit(TimeSpan limit, TimeProvider time)
    {
        _time = time;
        _source = CancelAfter(limit, time);
    }

    internal CancellationToken Token => _source.Token;

    /// <summary>Whether the time was over before the caller cancelled.</summary>
    internal bool IsOver => _source.IsCancellationRequested && !_caller.IsCancellationRequested;

    internal static TimeLimit Start(TimeSpan limit, TimeProvider time, CancellationToken caller)
    {
        if (time != TimeProvider.System || !Idle.TryDequeue(out var started))
        {
            started = new TimeLimit(limit, time);
        }
        else
        {
            started._source.CancelAfter(limit);
        }

        started._caller = caller;
        started._registration = Register(started._source, caller);
        return started;
    }

    public void Dispose()
    {
        // Waits for a cancellation under way, which must not reach the next user.
        _registration.Dispose();
        if (_time == TimeProvider.System && TryReset(_source))
        {
            _caller = default;
            Idle.Enqueue(this);
        }
        else
        {
            _source.Dispose();
        }
    }

#if NET
    private static CancellationTokenSource CancelAfter(TimeSpan limit, TimeProvider time) => new(limit, time);

    private static bool TryReset(CancellationTokenSource source) => source.TryReset();

    private static CancellationTokenRegistration Register(CancellationTokenSource source, CancellationToken caller) =>
        caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), source);
#else
    private static CancellationTokenSource CancelAfter(TimeSpan limit, TimeProvider time) => time.CreateCancellationTokenSource(limit);

    private static bool TryReset(CancellationTokenSource _) => false;

    private static CancellationTokenRegistration Register(CancellationTokenSource source, CancellationToken caller) =>
        caller.Register(static source => ((CancellationTokenSource)source!).Cancel(), source, useSynchronizationContext: false);
#endif
}
