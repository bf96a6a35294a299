using Amity.Core.Arguments;

namespace Amity;

/// <summary>A credential's rate limit, for <see cref="AmityNetworkOptions.RateLimit"/>; in a section, the keys of <c>RateLimit</c>.</summary>
public sealed class AmityRateLimitOptions
{
    // What lies outside of these is a mistake in the unit.
    private static readonly TimeSpan ShortestWindow = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestWindow = TimeSpan.FromDays(1);

    /// <summary>How many requests a window lets through, at least 1; 100 by default.</summary>
    public int Requests { get; set; } = AmityRateLimit.ServiceRequests;

    /// <summary>
    /// The window, a millisecond to a day; 5.1 seconds by default, the service's 5 and a margin, as requests do not all take the same
    /// time to arrive.
    /// </summary>
    public TimeSpan Window { get; set; } = AmityRateLimit.ServiceWindow + AmityRateLimit.Margin;

    internal void Check()
    {
        Guard.Range(Requests, 1, int.MaxValue, nameof(Requests));
        Guard.Range(Window, ShortestWindow, LongestWindow, nameof(Window));
    }

    internal AmityRateLimit Open(TimeProvider time) => new(Requests, Window, time);
}
