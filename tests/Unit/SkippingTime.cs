using Microsoft.Extensions.Time.Testing;

namespace Amity.Tests.Unit;

/// <summary>A clock on which a wait is over as soon as it begins: it is noted, and the clock moves on by it. Timers longer than any wait, the timeouts, stay.</summary>
internal sealed class SkippingTime : FakeTimeProvider
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly List<TimeSpan> _waits = [];

    /// <summary>Every wait, in order.</summary>
    internal IReadOnlyList<TimeSpan> Waits => _waits;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime <= LongestWait)
        {
            _waits.Add(dueTime);
            Advance(dueTime);
        }

        return timer;
    }
}
