using Amity.Bench.Measuring;
using Amity.Bench.Peers;

namespace Amity.Bench.Rows;

/// <summary>A bulk ban without a rate limit: as many calls at once as the options allow by default, and one call after another.</summary>
internal sealed class BulkRow : IRow
{
    private const int Users = 10_000;
    private const int RoundTrip = 50;

    public string Name => "bulk";

    public async Task<IReadOnlyList<Comparison>> RunAsync(Stage stage)
    {
        await BanAsync(stage, Users, concurrency: null, roundTrip: 0);
        var samples = await Interleaved.RoundsAsync(
            [new("at once", _ => BanAsync(stage, Users, concurrency: null, RoundTrip)), new("calls one after another", _ => BanAsync(stage, Users, concurrency: 1, RoundTrip))],
            stage.Rounds(quick: 1));
        return [Comparison.OfTimes($"banning {Users:N0} users at {RoundTrip} ms, rate limit off", samples[0], samples[1], new Bar(0.15, 0.10))];
    }

    // A client of its own each time: a bulk run usually comes first, so opening its connections belongs to it.
    private static async Task BanAsync(Stage stage, int users, int? concurrency, int roundTrip)
    {
        using var client = AmityPeer.Client(stage.Server.After(roundTrip), options => options.BulkConcurrency = concurrency ?? options.BulkConcurrency);
        await BulkBan.RunAsync(client, users);
    }
}
