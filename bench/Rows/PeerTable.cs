using Amity.Bench.Measuring;
using Amity.Bench.Peers;

namespace Amity.Bench.Rows;

/// <summary>Sets the first peer, this library, against each of the others.</summary>
internal static class PeerTable
{
    internal static IReadOnlyList<Comparison> Times(string measure, IReadOnlyList<Measurements> measurements, Func<IPeer, RatioLimit?> limit, PeerSet peers) =>
        [.. measurements.Skip(1).Select((theirs, index) => Comparison.OfTimes(measure, measurements[0], theirs, limit(peers.All[index + 1])))];

    internal static IReadOnlyList<Comparison> Bytes(string measure, IReadOnlyList<Measurements> measurements, Func<IPeer, RatioLimit?> limit, PeerSet peers) =>
        [.. measurements.Skip(1).Select((theirs, index) => Comparison.OfBytes(measure, measurements[0], theirs, limit(peers.All[index + 1])))];
}
