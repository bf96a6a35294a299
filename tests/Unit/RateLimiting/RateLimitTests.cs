using Microsoft.Extensions.Time.Testing;

namespace Amity.Tests.Unit.RateLimiting;

/// <summary>What a rate limit lets through, in which order, and when.</summary>
public sealed class RateLimitTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private FakeTimeProvider _time = new();

    [SetUp]
    public void NewClock() => _time = new FakeTimeProvider();

    [Test]
    public void Burst_UpToTheLimit_PassesAtOnceAndNoMore()
    {
        using var rateLimit = RateLimit(100);

        var leases = Enumerable.Range(0, 101).Select(_ => rateLimit.AcquireAsync()).ToList();

        leases.Take(100).Should().OnlyContain(lease => lease.IsCompletedSuccessfully);
        leases[100].IsCompleted.Should().BeFalse();
    }

    [Test]
    public async Task Waiters_OneByOne_AreServedInTheOrderTheyCame()
    {
        using var rateLimit = RateLimit(1);
        await rateLimit.AcquireAsync();
        var waiters = Enumerable.Range(0, 5).Select(_ => rateLimit.AcquireAsync().AsTask()).ToList();

        for (var i = 0; i < waiters.Count; i++)
        {
            _time.Advance(Window);

            (await waiters[i]).IsAcquired.Should().BeTrue();
            waiters.Count(waiter => waiter.IsCompleted).Should().Be(i + 1);
        }
    }

    [Test]
    public async Task Pause_UnderWay_LetsNothingThrough()
    {
        using var rateLimit = RateLimit(10);

        rateLimit.Pause(TimeSpan.FromSeconds(3));
        var waiter = rateLimit.AcquireAsync().AsTask();
        _time.Advance(TimeSpan.FromSeconds(2.9));

        rateLimit.AttemptAcquire().IsAcquired.Should().BeFalse();
        Queued(rateLimit).Should().Be(1);

        _time.Advance(TimeSpan.FromSeconds(0.1));
        (await waiter).IsAcquired.Should().BeTrue();
    }

    [Test]
    public void Pause_WhileSomebodyWaits_HoldsThemToo()
    {
        using var rateLimit = RateLimit(1);
        rateLimit.AttemptAcquire();
        _ = rateLimit.AcquireAsync();

        rateLimit.Pause(TimeSpan.FromSeconds(3));
        _time.Advance(TimeSpan.FromSeconds(2.9));
        Queued(rateLimit).Should().Be(1);
        _time.Advance(TimeSpan.FromSeconds(0.1));
        Queued(rateLimit).Should().Be(0);
    }

    [Test]
    public void Pause_ShorterThanTheOneUnderWay_ChangesNothing()
    {
        using var rateLimit = RateLimit(1);
        rateLimit.Pause(TimeSpan.FromSeconds(3));
        rateLimit.Pause(TimeSpan.FromSeconds(1));
        rateLimit.Pause(TimeSpan.FromSeconds(-9));
        _time.Advance(TimeSpan.FromSeconds(2));

        rateLimit.AttemptAcquire().IsAcquired.Should().BeFalse();
    }

    [Test]
    public void Pause_VeryLong_IsAPauseAllTheSame()
    {
        foreach (var duration in new[] { TimeSpan.FromDays(60), TimeSpan.FromDays(365 * 50), TimeSpan.MaxValue })
        {
            using var rateLimit = RateLimit(1);
            rateLimit.Pause(duration);
            _ = rateLimit.AcquireAsync().AsTask();
            _time.Advance(TimeSpan.FromDays(59));

            Queued(rateLimit).Should().Be(1, $"{duration} are not over");
        }
    }

    [Test]
    public void Pause_LongerThanATimerOfTheSystemTakes_IsAPauseAllTheSame()
    {
        using var rateLimit = new AmityRateLimit(1);
        rateLimit.Pause(TimeSpan.MaxValue);

        var waiter = rateLimit.AcquireAsync();

        waiter.IsCompleted.Should().BeFalse();
        Queued(rateLimit).Should().Be(1);
    }

    [Test]
    public void Window_VeryLong_IsKept()
    {
        foreach (var window in new[] { TimeSpan.FromDays(60), TimeSpan.MaxValue })
        {
            using var rateLimit = new AmityRateLimit(1, window, _time);
            rateLimit.AttemptAcquire().IsAcquired.Should().BeTrue();
            _ = rateLimit.AcquireAsync().AsTask();
            _time.Advance(TimeSpan.FromDays(59));

            Queued(rateLimit).Should().Be(1, $"{window} are not over");
        }
    }

    [Test]
    public async Task Waiter_Cancelled_GivesItsPlaceUp()
    {
        using var rateLimit = RateLimit(1);
        using var cancellation = new CancellationTokenSource();
        await rateLimit.AcquireAsync();
        var cancelled = rateLimit.AcquireAsync(1, cancellation.Token).AsTask();
        var next = rateLimit.AcquireAsync().AsTask();

        await cancellation.CancelAsync();

        (await cancelled.Invoking(c => c).Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancellation.Token);
        Queued(rateLimit).Should().Be(1);
        _time.Advance(Window);
        (await next).IsAcquired.Should().BeTrue();
    }

    [Test]
    public async Task Acquire_CancelledBefore_TakesNothing()
    {
        using var rateLimit = RateLimit(1);

        await rateLimit.Invoking(p => p.AcquireAsync(1, new CancellationToken(canceled: true)).AsTask()).Should().ThrowAsync<OperationCanceledException>();

        rateLimit.GetStatistics()!.CurrentAvailablePermits.Should().Be(1);
    }

    [Test]
    public async Task Dispose_WithWaiters_EndsThem()
    {
        var rateLimit = RateLimit(1);
        await rateLimit.AcquireAsync();
        var waiter = rateLimit.AcquireAsync().AsTask();

        rateLimit.Dispose();

        await waiter.Invoking(w => w).Should().ThrowAsync<ObjectDisposedException>();
        await rateLimit.Invoking(p => p.AcquireAsync().AsTask()).Should().ThrowAsync<ObjectDisposedException>();
        rateLimit.Invoking(p => p.AttemptAcquire()).Should().Throw<ObjectDisposedException>();
        rateLimit.Invoking(p => p.Dispose()).Should().NotThrow();
    }

    [Test]
    public async Task DisposeAsync_WithWaiters_EndsThem()
    {
        var rateLimit = RateLimit(1);
        await rateLimit.AcquireAsync();
        var waiter = rateLimit.AcquireAsync().AsTask();

        await rateLimit.DisposeAsync();

        await waiter.Invoking(w => w).Should().ThrowAsync<ObjectDisposedException>();
    }

    [Test]
    public void AttemptAcquire_WhileOthersWait_DoesNotOvertakeThem()
    {
        // Timers count whole milliseconds: between the end of the window and the timer, the place is free and the waiter still waits.
        using var rateLimit = new AmityRateLimit(1, TimeSpan.FromMilliseconds(100.5), _time);
        rateLimit.AttemptAcquire();
        _ = rateLimit.AcquireAsync();
        _time.Advance(TimeSpan.FromMilliseconds(100.6));
        Queued(rateLimit).Should().Be(1);

        rateLimit.AttemptAcquire().IsAcquired.Should().BeFalse();
        _ = rateLimit.AcquireAsync();
        Queued(rateLimit).Should().Be(2);
    }

    [Test]
    public void Statistics_OverTime_CountWhatHappened()
    {
        using var rateLimit = RateLimit(3);
        rateLimit.AttemptAcquire();
        rateLimit.AttemptAcquire();
        rateLimit.GetStatistics()!.CurrentAvailablePermits.Should().Be(1);
        rateLimit.AttemptAcquire();
        rateLimit.AttemptAcquire();
        _ = rateLimit.AcquireAsync();

        var full = rateLimit.GetStatistics()!;
        full.CurrentAvailablePermits.Should().Be(0);
        full.CurrentQueuedCount.Should().Be(1);
        full.TotalSuccessfulLeases.Should().Be(3);
        full.TotalFailedLeases.Should().Be(1);

        _time.Advance(Window);
        var later = rateLimit.GetStatistics()!;
        later.CurrentAvailablePermits.Should().Be(2);
        later.CurrentQueuedCount.Should().Be(0);
        later.TotalSuccessfulLeases.Should().Be(4);
    }

    [Test]
    public void New_LimitOrWindowNotPositive_IsRejectedByName()
    {
        foreach (var limit in new[] { 0, -1 })
        {
            FluentActions.Invoking(() => new AmityRateLimit(limit)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("requests");
        }

        foreach (var window in new[] { TimeSpan.Zero, TimeSpan.FromTicks(-1) })
        {
            FluentActions.Invoking(() => new AmityRateLimit(1, window)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("window");
        }
    }

    [Test]
    public async Task Acquire_SeveralPermits_IsRejected()
    {
        using var rateLimit = RateLimit(5);

        rateLimit.Invoking(p => p.AttemptAcquire(2)).Should().Throw<ArgumentOutOfRangeException>();
        await rateLimit.Invoking(p => p.AcquireAsync(2).AsTask()).Should().ThrowAsync<ArgumentOutOfRangeException>();
    }

    private static long Queued(AmityRateLimit rateLimit) => rateLimit.GetStatistics()!.CurrentQueuedCount;

    private AmityRateLimit RateLimit(int limit) => new(limit, Window, _time);
}
