using Microsoft.Extensions.Time.Testing;

namespace Amity.Tests.Unit.Reliability;

/// <summary>What a pace lets through, in which order, and when.</summary>
public sealed class PaceTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private FakeTimeProvider _time = new();

    [SetUp]
    public void NewClock() => _time = new FakeTimeProvider();

    [Test]
    public void Burst_UpToTheLimit_PassesAtOnceAndNoMore()
    {
        using var pace = Pace(100);

        var leases = Enumerable.Range(0, 101).Select(_ => pace.AcquireAsync()).ToList();

        leases.Take(100).Should().OnlyContain(lease => lease.IsCompletedSuccessfully);
        leases[100].IsCompleted.Should().BeFalse();
    }

    [Test]
    public async Task Waiters_OneByOne_AreServedInTheOrderTheyCame()
    {
        using var pace = Pace(1);
        await pace.AcquireAsync();
        var waiters = Enumerable.Range(0, 5).Select(_ => pace.AcquireAsync().AsTask()).ToList();

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
        using var pace = Pace(10);

        pace.Pause(TimeSpan.FromSeconds(3));
        var waiter = pace.AcquireAsync().AsTask();
        _time.Advance(TimeSpan.FromSeconds(2.9));

        pace.AttemptAcquire().IsAcquired.Should().BeFalse();
        Queued(pace).Should().Be(1);

        _time.Advance(TimeSpan.FromSeconds(0.1));
        (await waiter).IsAcquired.Should().BeTrue();
    }

    [Test]
    public void Pause_WhileSomebodyWaits_HoldsThemToo()
    {
        using var pace = Pace(1);
        pace.AttemptAcquire();
        _ = pace.AcquireAsync();

        pace.Pause(TimeSpan.FromSeconds(3));
        _time.Advance(TimeSpan.FromSeconds(2.9));
        Queued(pace).Should().Be(1);
        _time.Advance(TimeSpan.FromSeconds(0.1));
        Queued(pace).Should().Be(0);
    }

    [Test]
    public void Pause_ShorterThanTheOneUnderWay_ChangesNothing()
    {
        using var pace = Pace(1);
        pace.Pause(TimeSpan.FromSeconds(3));
        pace.Pause(TimeSpan.FromSeconds(1));
        pace.Pause(TimeSpan.FromSeconds(-9));
        _time.Advance(TimeSpan.FromSeconds(2));

        pace.AttemptAcquire().IsAcquired.Should().BeFalse();
    }

    [Test]
    public void Pause_VeryLong_IsAPauseAllTheSame()
    {
        foreach (var duration in new[] { TimeSpan.FromDays(60), TimeSpan.FromDays(365 * 50), TimeSpan.MaxValue })
        {
            using var pace = Pace(1);
            pace.Pause(duration);
            _ = pace.AcquireAsync().AsTask();
            _time.Advance(TimeSpan.FromDays(59));

            Queued(pace).Should().Be(1, $"{duration} are not over");
        }
    }

    [Test]
    public void Pause_LongerThanATimerOfTheSystemTakes_IsAPauseAllTheSame()
    {
        using var pace = new AmityPace(1);
        pace.Pause(TimeSpan.MaxValue);

        var waiter = pace.AcquireAsync();

        waiter.IsCompleted.Should().BeFalse();
        Queued(pace).Should().Be(1);
    }

    [Test]
    public void Window_VeryLong_IsKept()
    {
        foreach (var window in new[] { TimeSpan.FromDays(60), TimeSpan.MaxValue })
        {
            using var pace = new AmityPace(1, window, _time);
            pace.AttemptAcquire().IsAcquired.Should().BeTrue();
            _ = pace.AcquireAsync().AsTask();
            _time.Advance(TimeSpan.FromDays(59));

            Queued(pace).Should().Be(1, $"{window} are not over");
        }
    }

    [Test]
    public async Task Waiter_Cancelled_GivesItsPlaceUp()
    {
        using var pace = Pace(1);
        using var cancellation = new CancellationTokenSource();
        await pace.AcquireAsync();
        var cancelled = pace.AcquireAsync(1, cancellation.Token).AsTask();
        var next = pace.AcquireAsync().AsTask();

        await cancellation.CancelAsync();

        (await cancelled.Invoking(c => c).Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancellation.Token);
        Queued(pace).Should().Be(1);
        _time.Advance(Window);
        (await next).IsAcquired.Should().BeTrue();
    }

    [Test]
    public async Task Acquire_CancelledBefore_TakesNothing()
    {
        using var pace = Pace(1);

        await pace.Invoking(p => p.AcquireAsync(1, new CancellationToken(canceled: true)).AsTask()).Should().ThrowAsync<OperationCanceledException>();

        pace.GetStatistics()!.CurrentAvailablePermits.Should().Be(1);
    }

    [Test]
    public async Task Dispose_WithWaiters_EndsThem()
    {
        var pace = Pace(1);
        await pace.AcquireAsync();
        var waiter = pace.AcquireAsync().AsTask();

        pace.Dispose();

        await waiter.Invoking(w => w).Should().ThrowAsync<ObjectDisposedException>();
        await pace.Invoking(p => p.AcquireAsync().AsTask()).Should().ThrowAsync<ObjectDisposedException>();
        pace.Invoking(p => p.AttemptAcquire()).Should().Throw<ObjectDisposedException>();
        pace.Invoking(p => p.Dispose()).Should().NotThrow();
    }

    [Test]
    public async Task DisposeAsync_WithWaiters_EndsThem()
    {
        var pace = Pace(1);
        await pace.AcquireAsync();
        var waiter = pace.AcquireAsync().AsTask();

        await pace.DisposeAsync();

        await waiter.Invoking(w => w).Should().ThrowAsync<ObjectDisposedException>();
    }

    [Test]
    public void AttemptAcquire_WhileOthersWait_DoesNotOvertakeThem()
    {
        // Timers count whole milliseconds: between the end of the window and the timer, the place is free and the waiter still waits.
        using var pace = new AmityPace(1, TimeSpan.FromMilliseconds(100.5), _time);
        pace.AttemptAcquire();
        _ = pace.AcquireAsync();
        _time.Advance(TimeSpan.FromMilliseconds(100.6));
        Queued(pace).Should().Be(1);

        pace.AttemptAcquire().IsAcquired.Should().BeFalse();
        _ = pace.AcquireAsync();
        Queued(pace).Should().Be(2);
    }

    [Test]
    public void Statistics_OverTime_CountWhatHappened()
    {
        using var pace = Pace(3);
        pace.AttemptAcquire();
        pace.AttemptAcquire();
        pace.GetStatistics()!.CurrentAvailablePermits.Should().Be(1);
        pace.AttemptAcquire();
        pace.AttemptAcquire();
        _ = pace.AcquireAsync();

        var full = pace.GetStatistics()!;
        full.CurrentAvailablePermits.Should().Be(0);
        full.CurrentQueuedCount.Should().Be(1);
        full.TotalSuccessfulLeases.Should().Be(3);
        full.TotalFailedLeases.Should().Be(1);

        _time.Advance(Window);
        var later = pace.GetStatistics()!;
        later.CurrentAvailablePermits.Should().Be(2);
        later.CurrentQueuedCount.Should().Be(0);
        later.TotalSuccessfulLeases.Should().Be(4);
    }

    [Test]
    public void New_LimitOrWindowNotPositive_IsRefusedByName()
    {
        foreach (var limit in new[] { 0, -1 })
        {
            FluentActions.Invoking(() => new AmityPace(limit)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("requests");
        }

        foreach (var window in new[] { TimeSpan.Zero, TimeSpan.FromTicks(-1) })
        {
            FluentActions.Invoking(() => new AmityPace(1, window)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("window");
        }
    }

    [Test]
    public async Task Acquire_SeveralPermits_IsRefused()
    {
        using var pace = Pace(5);

        pace.Invoking(p => p.AttemptAcquire(2)).Should().Throw<ArgumentOutOfRangeException>();
        await pace.Invoking(p => p.AcquireAsync(2).AsTask()).Should().ThrowAsync<ArgumentOutOfRangeException>();
    }

    private static long Queued(AmityPace pace) => pace.GetStatistics()!.CurrentQueuedCount;

    private AmityPace Pace(int limit) => new(limit, Window, _time);
}
