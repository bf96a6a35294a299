using System.Threading.RateLimiting;

namespace Amity.Tests.Docs.Snippets;

/// <summary>The code of docs/reliability.md; each region is one block.</summary>
internal static class ReliabilitySnippets
{
    public static AmityCredential AnotherRateLimiter(string token)
    {
        #region Another rate limiter
        var limiter = new SlidingWindowRateLimiter(new SlidingWindowRateLimiterOptions
        {
            PermitLimit = 50,
            Window = TimeSpan.FromSeconds(5),
            SegmentsPerWindow = 5,
            QueueLimit = int.MaxValue,
        });
        var credential = AmityCredential.Bearer(token, limiter);
        #endregion
        return credential;
    }
}
