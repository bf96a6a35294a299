namespace Amity.Tests.Unit;

/// <summary>Clients with retries, over a handler and a clock of the test.</summary>
internal static class FaultyClient
{
    /// <summary>Longer than every wait, so that <see cref="SkippingTime"/> tells timeouts from waits.</summary>
    internal static readonly TimeSpan AttemptTimeout = TimeSpan.FromMinutes(10);

    internal static RoomsClient Rooms(HttpMessageHandler handler, TimeProvider time, int maxRetries = 3) => Over(handler, time, maxRetries).Rooms;

    internal static AmityClient Over(HttpMessageHandler handler, TimeProvider time, int maxRetries = 3, AmityCredential? credential = null) =>
        new(TestClient.Address, credential ?? AmityCredential.Bearer(TestClient.Token), Options(handler, time, maxRetries));

    /// <summary>Unlimited, so that the waits seen are those of the retries; the tests of the rate limit switch it on.</summary>
    internal static AmityClientOptions Options(HttpMessageHandler handler, TimeProvider time, int maxRetries = 3) => new()
    {
        Handler = handler,
        ApiKey = TestClient.ApiKey,
        ServerKey = TestClient.ServerKey,
        TimeProvider = time,
        MaxRetries = maxRetries,
        BulkConcurrency = 1,
        RateLimiting = false,
        AttemptTimeout = AttemptTimeout,
        Timeout = TimeSpan.FromHours(10),
    };
}
