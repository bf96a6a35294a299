using Amity.Bench.Measuring;
using Amity.Bench.Peers;

namespace Amity.Bench.Rows;

/// <summary>
/// What a call allocates whose response is <c>{"success":true}</c>, where the client's own cost stands out: without a body, and with
/// a small one. The floor sends the same headers and reads the response into a buffer that it keeps.
/// </summary>
internal sealed class TinyRow : IRow
{
    internal const string DeleteMeasure = "bytes of a tiny call (delete a room)";
    internal const string BanMeasure = "bytes of a tiny call (ban a viewer)";
    internal const string Viewer = "viewer-0000017";

    internal static Bar? BytesBar(IPeer peer) => peer is FloorPeer ? new Bar(1.4, 1.15) : null;

    public string Name => "tiny";

    public async Task<IReadOnlyList<Comparison>> RunAsync(Stage stage) =>
    [
        .. await MeasureAsync(stage, DeleteMeasure, peer => peer.DeleteAsync(Stage.Room)),
        .. await MeasureAsync(stage, BanMeasure, peer => peer.BanAsync(Stage.Room, Viewer)),
    ];

    private static async Task<IReadOnlyList<Comparison>> MeasureAsync(Stage stage, string measure, Func<IPeer, Task<bool>> call)
    {
        using var peers = new PeerSet(stage.Server.Address);
        var samples = await Interleaved.WithinAsync([.. peers.All.Select(peer => new Contestant(peer.Name, count => RepeatAsync(() => call(peer), count)))], stage.Budget(0.7));
        return PeerTable.Bytes(measure, samples, BytesBar, peers);
    }

    private static async Task RepeatAsync(Func<Task<bool>> call, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await call();
        }
    }
}
