using Amity.Bench.Measuring;
using Amity.Bench.Peers;

namespace Amity.Bench.Rows;

/// <summary>Sets the first peer, this library, against each of the others.</summary>
internal static class PeerTable
{
    internal static IReadOnlyList<Comparison> Times(string measure, IReadOnlyList<Samples> samples, Func<IPeer, Bar?> bar, PeerSet peers) =>
        [.. samples.Skip(1).Select((theirs, index) => Comparison.OfTimes(measure, samples[0], theirs, bar(peers.All[index + 1])))];

    internal static IReadOnlyList<Comparison> Bytes(string measure, IReadOnlyList<Samples> samples, Func<IPeer, Bar?> bar, PeerSet peers) =>
        [.. samples.Skip(1).Select((theirs, index) => Comparison.OfBytes(measure, samples[0], theirs, bar(peers.All[index + 1])))];
}
