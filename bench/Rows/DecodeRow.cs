using Amity.Bench.Measuring;
using Amity.Bench.Peers;
using Amity.Bench.Server;

namespace Amity.Bench.Rows;

/// <summary>Making objects of a page's bytes, without any connection.</summary>
internal sealed class DecodeRow : IRow
{
    internal const string Measure = "decode of the 100-ban page";

    internal static RatioLimit? TimeLimit(IPeer peer) => peer is HandWrittenPeer ? new RatioLimit(0.70, 0.55) : null;

    public string Name => "decode";

    public async Task<IReadOnlyList<Comparison>> RunAsync(RowContext context)
    {
        var page = BanPageSource.Page(0, BanPageSource.PagesOf(RowContext.Room));
        using var peers = new PeerSet(context.Server.Address);
        peers.Check(page);
        var measurements = await Interleaved.WithinAsync(
            [.. peers.All.Select(peer => new MeasuredAction(peer.Name, count => Decode(peer, page, count)))], context.Budget(2.5));
        return PeerTable.Times(Measure, measurements, TimeLimit, peers);
    }

    private static Task Decode(IPeer peer, byte[] page, int count)
    {
        for (var i = 0; i < count; i++)
        {
            peer.Decode(page);
        }

        return Task.CompletedTask;
    }
}
