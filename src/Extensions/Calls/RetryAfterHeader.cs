namespace Amity;

/// <summary>Reads how long a response asks to wait, given in seconds or as a date.</summary>
internal static class RetryAfterHeader
{
    internal static TimeSpan? Read(HttpResponseMessage response, TimeProvider time) => response.Headers.RetryAfter switch
    {
        { Delta: { } seconds } => seconds,
        // By the service's own clock where it shows it: this machine's may be wrong.
        { Date: { } date } => date - (response.Headers.Date ?? time.GetUtcNow()),
        _ => null,
    };
}
