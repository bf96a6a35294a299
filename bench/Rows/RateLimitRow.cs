using System.Diagnostics;
using Amity.Bench.Peers;

namespace Amity.Bench.Rows;

/// <summary>
/// A bulk ban with the rate limit on, against the least that the service's allowance of 100 calls in 5 seconds permits: 300 calls are
/// three windows, the last of which begins after 10 seconds, and its calls take one round trip.
/// </summary>
internal sealed class RateLimitRow : IRow
{
    private const int Users = 30_000;
    private const int RoundTrip = 250;

    private static readonly TimeSpan Floor = TimeSpan.FromSeconds(10) + TimeSpan.FromMilliseconds(RoundTrip);

    public string Name => "rate limit";

    public async Task<IReadOnlyList<Comparison>> RunAsync(RowContext context)
    {
        // Compiled before, with another credential, whose rate limit is another.
        using (var warm = AmityPeer.Client(context.Server.Address))
        {
            await BulkBan.RunAsync(warm, Users);
        }

        using var client = AmityPeer.Client(context.Server.After(RoundTrip), options => options.RateLimiting = true);
        var start = Stopwatch.GetTimestamp();
        await BulkBan.RunAsync(client, Users);
        var elapsed = Stopwatch.GetElapsedTime(start);
        return
        [
            Comparison.Of(
                $"banning {Users:N0} users at {RoundTrip} ms, rate limit on",
                "the rate limit's own floor, 10 s and one round trip",
                [elapsed.TotalMicroseconds],
                [Floor.TotalMicroseconds],
                Comparison.Time,
                new RatioLimit(1.1, 1.02)),
        ];
    }
}
