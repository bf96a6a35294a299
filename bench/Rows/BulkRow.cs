using Amity.Bench.Measuring;
using Amity.Bench.Peers;

namespace Amity.Bench.Rows;

/// <summary>A bulk ban without a rate limit: as many calls at once as the options allow by default, and one call after another.</summary>
internal sealed class BulkRow : IRow
{
    private const int Users = 10_000;
    private const int RoundTrip = 50;

    public string Name => "bulk";

    public async Task<IReadOnlyList<Comparison>> RunAsync(RowContext context)
    {
        await BanAsync(context, Users, concurrency: null, roundTrip: 0);
        var measurements = await Interleaved.RoundsAsync(
            [
                new("at once", _ => BanAsync(context, Users, concurrency: null, RoundTrip)),
                new("calls one after another", _ => BanAsync(context, Users, concurrency: 1, RoundTrip)),
            ],
            context.Rounds(quick: 1));
        var measure = $"banning {Users:N0} users at {RoundTrip} ms, rate limit off";
        return [Comparison.OfTimes(measure, measurements[0], measurements[1], new RatioLimit(0.15, 0.10))];
    }

    // A client of its own each time: a bulk run usually comes first, so opening its connections belongs to it.
    private static async Task BanAsync(RowContext context, int users, int? concurrency, int roundTrip)
    {
        using var client = AmityPeer.Client(context.Server.After(roundTrip), options => options.BulkConcurrency = concurrency ?? options.BulkConcurrency);
        await BulkBan.RunAsync(client, users);
    }
}
