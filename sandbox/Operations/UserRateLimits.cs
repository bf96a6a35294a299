using System.Collections.Concurrent;
using Amity.Sandbox.Contract;

namespace Amity.Sandbox.Operations;

/// <summary>The rate limit, one window for each user over all tokens.</summary>
internal sealed class UserRateLimits(RequestLimit limit, TimeProvider time, bool isEnforced)
{
    private readonly ConcurrentDictionary<string, SlidingWindow> _windows = new(StringComparer.Ordinal);

    public bool IsEnforced { get; } = isEnforced;

    /// <summary>Accepts a request of a caller, or rejects it; without a user there is no limit.</summary>
    public bool TryEnter(Caller caller) => !IsEnforced || caller.UserId is null || Of(caller.UserId).TryEnter();

    public SlidingWindow Of(string userId) => _windows.GetOrAdd(userId, _ => new SlidingWindow(limit, time));

    public void Clear() => _windows.Clear();
}

/// <summary>A log of the last requests of one user: no stretch as long as the window ever holds more than the limit.</summary>
internal sealed class SlidingWindow(RequestLimit limit, TimeProvider time)
{
    private readonly Queue<long> _accepted = new(limit.Requests);

    /// <summary>Accepts a request, or rejects it; a rejected one does not count against its user.</summary>
    public bool TryEnter()
    {
        lock (_accepted)
        {
            var now = time.GetTimestamp();
            if (_accepted.Count == limit.Requests)
            {
                if (time.GetElapsedTime(_accepted.Peek(), now) < limit.Window)
                {
                    return false;
                }

                _accepted.Dequeue();
            }

            _accepted.Enqueue(now);
            return true;
        }
    }

    /// <summary>Fills the log as if the user had just sent all that the limit allows.</summary>
    public void Fill()
    {
        lock (_accepted)
        {
            _accepted.Clear();
            for (var i = 0; i < limit.Requests; i++)
            {
                _accepted.Enqueue(time.GetTimestamp());
            }
        }
    }
}
