namespace Amity.Bench.Peers;

/// <summary>This library first, then everybody it is measured against.</summary>
internal sealed class PeerSet : IDisposable
{
    internal PeerSet(Uri address) =>
        All =
        [
            new AmityPeer(address),
            new HandWrittenPeer(address),
            new RefitPeer(address),
            new StockSystemTextJsonPeer(address),
            new StockNewtonsoftPeer(address),
            new FloorPeer(address),
        ];

    internal IReadOnlyList<IPeer> All { get; }

    /// <summary>A peer that reads less than the page holds would win for the wrong reason.</summary>
    internal void Check(byte[] page)
    {
        foreach (var peer in All)
        {
            if (peer.Decode(page) != 2 * Server.BanPageSource.PageSize)
            {
                throw new InvalidOperationException($"{peer.Name} does not read the whole page.");
            }
        }
    }

    public void Dispose()
    {
        foreach (var peer in All)
        {
            peer.Dispose();
        }
    }
}
