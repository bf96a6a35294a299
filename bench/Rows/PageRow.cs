using Amity.Bench.Measuring;
using Amity.Bench.Peers;

namespace Amity.Bench.Rows;

/// <summary>One page over loopback, from the call to its objects: time, and what it allocates.</summary>
internal sealed class PageRow : IRow
{
    internal const string TimeMeasure = "one page over loopback";
    internal const string BytesMeasure = "bytes per page";

    internal static RatioLimit? TimeLimit(IPeer peer) => peer switch
    {
        HandWrittenPeer => new RatioLimit(0.85, 0.75),
        StockNewtonsoftPeer => new RatioLimit(0.45, 0.35),
        _ => null,
    };

    internal static RatioLimit? BytesLimit(IPeer peer) => peer is HandWrittenPeer ? new RatioLimit(1.0, 0.7) : null;

    public string Name => "page";

    public async Task<IReadOnlyList<Comparison>> RunAsync(RowContext context)
    {
        using var peers = new PeerSet(context.Server.Address);
        var measurements = await Interleaved.WithinAsync(
            [.. peers.All.Select(peer => new MeasuredAction(peer.Name, count => FetchAsync(peer, count)))], context.Budget(4));
        return [.. PeerTable.Times(TimeMeasure, measurements, TimeLimit, peers), .. PeerTable.Bytes(BytesMeasure, measurements, BytesLimit, peers)];
    }

    private static async Task FetchAsync(IPeer peer, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await peer.PageAsync(RowContext.Room);
        }
    }
}
