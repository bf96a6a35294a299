using Amity.Bench.Measuring;
using Amity.Bench.Peers;
using Amity.Bench.Server;

namespace Amity.Bench.Rows;

/// <summary>Making objects of a page's bytes, without any connection.</summary>
internal sealed class DecodeRow : IRow
{
    internal static readonly Bar AgainstHandWritten = new(0.70, 0.55);

    public string Name => "decode";

    public async Task<IReadOnlyList<Comparison>> RunAsync(Stage stage)
    {
        var page = BanPageSource.Page(0, BanPageSource.PagesOf(Stage.Room));
        using var peers = new PeerSet(stage.Server.Address);
        peers.Check(page);
        var samples = await Interleaved.WithinAsync([.. peers.All.Select(peer => new Contestant(peer.Name, count => Decode(peer, page, count)))], stage.Budget(6));
        return PeerTable.Times("decode of the 100-ban page", samples, peer => peer is HandWrittenPeer ? AgainstHandWritten : null, peers);
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
