namespace Amity;

/// <summary>Reads how long an answer asks to wait, given in seconds or as a date.</summary>
internal static class RetryAfterHeader
{
    internal static TimeSpan? Read(HttpResponseMessage response, TimeProvider time) => response.Headers.RetryAfter switch
    {
        { Delta: { } seconds } => seconds,
        { Date: { } date } => date - time.GetUtcNow(),
        _ => null,
    };
}
