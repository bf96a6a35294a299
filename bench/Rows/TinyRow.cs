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

    internal static RatioLimit? BytesLimit(IPeer peer) => peer is FloorPeer ? new RatioLimit(1.4, 1.15) : null;

    public string Name => "tiny";

    public async Task<IReadOnlyList<Comparison>> RunAsync(RowContext context) =>
    [
        .. await MeasureAsync(context, DeleteMeasure, peer => peer.DeleteAsync(RowContext.Room)),
        .. await MeasureAsync(context, BanMeasure, peer => peer.BanAsync(RowContext.Room, Viewer)),
    ];

    private static async Task<IReadOnlyList<Comparison>> MeasureAsync(RowContext context, string measure, Func<IPeer, Task<bool>> call)
    {
        using var peers = new PeerSet(context.Server.Address);
        var measurements = await Interleaved.WithinAsync(
            [.. peers.All.Select(peer => new MeasuredAction(peer.Name, count => RepeatAsync(() => call(peer), count)))], context.Budget(0.7));
        return PeerTable.Bytes(measure, measurements, BytesLimit, peers);
    }

    private static async Task RepeatAsync(Func<Task<bool>> call, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await call();
        }
    }
}
