using Microsoft.Extensions.Time.Testing;

namespace Amity.Tests.Faults;

/// <summary>
/// Time that nobody waits for, shared by client and sandbox: a wait of less than a minute (retries, pauses) is over at once, a
/// timeout never is, and a wait of a day or longer (the sandbox's latency) lasts until the client's attempt has timed out.
/// </summary>
internal sealed class PromptClock : FakeTimeProvider
{
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromMinutes(1);

    public static readonly TimeSpan Endless = TimeSpan.FromDays(1);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new PromptTimer(this, base.CreateTimer(callback, state, dueTime, period));
        Started(dueTime);
        return timer;
    }

    /// <summary>Lets the attempt that is under way time out.</summary>
    public void EndAttempt() => Pass(AttemptTimeout);

    private void Started(TimeSpan wait)
    {
        if (wait >= Endless)
        {
            EndAttempt();
        }
        else if (wait >= TimeSpan.Zero && wait < AttemptTimeout)
        {
            Pass(wait);
        }
    }

    // On another thread: whoever starts a timer may still hold what its callback needs.
    private void Pass(TimeSpan time) => ThreadPool.QueueUserWorkItem(_ => Advance(time));

    private sealed class PromptTimer(PromptClock clock, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var changed = timer.Change(dueTime, period);
            clock.Started(dueTime);
            return changed;
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
