using Amity.Bench.Measuring;
using Amity.Bench.Peers;
using Amity.Bench.Server;

namespace Amity.Bench.Rows;

/// <summary>An enumeration whose caller works on each page as long as the next one is on its way: with prefetch, and one page after another.</summary>
internal sealed class EnumerationRow : IRow
{
    private const int Pages = 100;

    /// <summary>Long against a page's own cost and the timer's resolution, so that the ratio shows the overlap and nothing else.</summary>
    private const int RoundTrip = 20;

    public string Name => "enumeration";

    public async Task<IReadOnlyList<Comparison>> RunAsync(RowContext context)
    {
        using var ahead = AmityPeer.Client(context.Server.After(RoundTrip));
        using var inTurn = AmityPeer.Client(context.Server.After(RoundTrip), options => options.PrefetchPages = 0);
        // The first enumeration opens the connections and compiles the code.
        await EnumerateAsync(ahead, pages: 3);
        await EnumerateAsync(inTurn, pages: 3);
        var measurements = await Interleaved.RoundsAsync(
            [new("prefetch", _ => EnumerateAsync(ahead, Pages)), new("one page after another", _ => EnumerateAsync(inTurn, Pages))],
            context.Rounds(quick: 1));
        var measure = $"enumerating {Pages} pages, caller as slow as the round trip of {RoundTrip} ms";
        return [Comparison.OfTimes(measure, measurements[0], measurements[1], new RatioLimit(0.60, 0.52))];
    }

    private static async Task EnumerateAsync(AmityClient client, int pages)
    {
        var bans = 0;
        await foreach (var page in client.Rooms.ListViewerBansAsync(BanPageSource.RoomOf(pages)).AsPages())
        {
            bans += page.Items.Count;
            await Task.Delay(RoundTrip);
        }

        if (bans != pages * BanPageSource.PageSize)
        {
            throw new InvalidOperationException($"The enumeration gave {bans} bans.");
        }
    }
}
