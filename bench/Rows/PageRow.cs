using Amity.Bench.Measuring;
using Amity.Bench.Peers;

namespace Amity.Bench.Rows;

/// <summary>One page over loopback, from the call to its objects: time, and what it allocates.</summary>
internal sealed class PageRow : IRow
{
    internal const string TimeMeasure = "one page over loopback";
    internal const string BytesMeasure = "bytes per page";

    internal static Bar? TimeBar(IPeer peer) => peer switch
    {
        HandWrittenPeer => new Bar(0.85, 0.75),
        StockNewtonsoftPeer => new Bar(0.45, 0.35),
        _ => null,
    };

    internal static Bar? BytesBar(IPeer peer) => peer is HandWrittenPeer ? new Bar(1.0, 0.7) : null;

    public string Name => "page";

    public async Task<IReadOnlyList<Comparison>> RunAsync(Stage stage)
    {
        using var peers = new PeerSet(stage.Server.Address);
        var samples = await Interleaved.WithinAsync([.. peers.All.Select(peer => new Contestant(peer.Name, count => FetchAsync(peer, count)))], stage.Budget(4));
        return [.. PeerTable.Times(TimeMeasure, samples, TimeBar, peers), .. PeerTable.Bytes(BytesMeasure, samples, BytesBar, peers)];
    }

    private static async Task FetchAsync(IPeer peer, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await peer.PageAsync(Stage.Room);
        }
    }
}
