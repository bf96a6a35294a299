using Amity.Bench.Measuring;
using Amity.Bench.Peers;
using Amity.Bench.Server;

namespace Amity.Bench.Rows;

/// <summary>Making objects of a page's bytes, without any connection.</summary>
internal sealed class DecodeRow : IRow
{
    internal const string Measure = "decode of the 100-ban page";

    internal static Bar? TimeBar(IPeer peer) => peer is HandWrittenPeer ? new Bar(0.70, 0.55) : null;

    public string Name => "decode";

    public async Task<IReadOnlyList<Comparison>> RunAsync(Stage stage)
    {
        var page = BanPageSource.Page(0, BanPageSource.PagesOf(Stage.Room));
        using var peers = new PeerSet(stage.Server.Address);
        peers.Check(page);
        var samples = await Interleaved.WithinAsync([.. peers.All.Select(peer => new Contestant(peer.Name, count => Decode(peer, page, count)))], stage.Budget(2.5));
        return PeerTable.Times(Measure, samples, TimeBar, peers);
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
