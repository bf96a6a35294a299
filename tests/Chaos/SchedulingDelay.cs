using System.Diagnostics;

namespace Amity.Tests.Chaos;

/// <summary>
/// Measures how late the machine runs work that is due. A request that is let through in time but sent late says nothing about
/// the rate limit: what the machine was late is taken off the window that is judged, so that the check is strict where the machine keeps up.
/// </summary>
internal sealed class SchedulingDelay : IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    private readonly CancellationTokenSource _end = new();
    private readonly Task _watching;
    private TimeSpan _worst;

    internal SchedulingDelay() => _watching = Task.Run(WatchAsync);

    internal TimeSpan Worst => _worst;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _watching;
        _end.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            var start = Stopwatch.GetTimestamp();
            await Task.Delay(Step, CancellationToken.None);
            var late = Stopwatch.GetElapsedTime(start) - Step;
            _worst = late > _worst ? late : _worst;
        }
    }
}
