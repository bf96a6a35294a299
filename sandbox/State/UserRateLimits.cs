using System.Collections.Concurrent;
using Amity.Sandbox.Contract;

namespace Amity.Sandbox.State;

/// <summary>The rate limit, one window for each user over all tokens.</summary>
internal sealed class UserRateLimits(RequestLimit limit, TimeProvider time, bool isEnforced)
{
    private readonly ConcurrentDictionary<string, SlidingWindow> _windows = new(StringComparer.Ordinal);

    public bool IsEnforced { get; } = isEnforced;

    public SlidingWindow Of(string userId) => _windows.GetOrAdd(userId, _ => new SlidingWindow(limit, time));

    public void Clear() => _windows.Clear();
}
