namespace Amity.Core.Retries;

/// <summary>How long the service asks to wait, by the header <c>Retry-After</c>.</summary>
internal static class RetryAfter
{
    /// <summary>The shortest wait that a service can ask for: one of no time, or of a time that is over, would be no wait at all.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(500);

    /// <summary>What a response asks for, in seconds or as a date; null when it does not say.</summary>
    internal static TimeSpan? Of(HttpResponseMessage response, TimeProvider time) => response.Headers.RetryAfter switch
    {
        { Delta: { } seconds } => seconds,
        // By the service's own clock where it shows it: this machine's may be wrong.
        { Date: { } date } => date - (response.Headers.Date ?? time.GetUtcNow()),
        _ => null,
    };

    /// <summary>A wait that was asked for, within its limits.</summary>
    internal static TimeSpan Limited(TimeSpan asked, TimeSpan longest)
    {
        var wait = asked < Shortest ? Shortest : asked;
        return wait < longest ? wait : longest;
    }
}
