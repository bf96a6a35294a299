using Amity.Bench.Peers;
using Amity.Bench.Rows;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Amity.Bench.Precise;

/// <summary>Runs a short row under BenchmarkDotNet and makes lines of the table of what it measured.</summary>
internal static class PreciseRun
{
    internal static IReadOnlyList<Comparison> Of(string row, Uri server)
    {
        Environment.SetEnvironmentVariable(PeerBenchmarks.AddressVariable, server.AbsoluteUri);
        using var peers = new PeerSet(server);
        return row switch
        {
            "decode" => Compare(peers, nameof(PeerBenchmarks.Decode), (DecodeRow.Measure, OfTime, DecodeRow.TimeLimit)),
            "page" => Compare(
                peers,
                nameof(PeerBenchmarks.Page),
                (PageRow.TimeMeasure, OfTime, PageRow.TimeLimit),
                (PageRow.BytesMeasure, OfBytes, PageRow.BytesLimit)),
            _ =>
            [
                .. Compare(peers, nameof(PeerBenchmarks.Delete), (TinyRow.DeleteMeasure, OfBytes, TinyRow.BytesLimit)),
                .. Compare(peers, nameof(PeerBenchmarks.Ban), (TinyRow.BanMeasure, OfBytes, TinyRow.BytesLimit)),
            ],
        };
    }

    private static IReadOnlyList<Comparison> Compare(
        PeerSet peers,
        string benchmark,
        params (string Measure, Func<BenchmarkReport, (double Figure, string Text)> Read, Func<IPeer, RatioLimit?> Limit)[] measures)
    {
        var config = DefaultConfig.Instance.AddFilter(new SimpleFilter(each => each.Descriptor.WorkloadMethod.Name == benchmark));
        var reports = BenchmarkRunner.Run<PeerBenchmarks>(config).Reports
            .OrderBy(report => (int)report.BenchmarkCase.Parameters[nameof(PeerBenchmarks.Peer)])
            .ToArray();
        if (reports.Length != peers.All.Count || reports.Any(report => report.ResultStatistics is null))
        {
            throw new InvalidOperationException($"BenchmarkDotNet did not measure {benchmark} of every peer; its log says why.");
        }

        return [.. measures.SelectMany(measure => reports.Skip(1).Zip(peers.All.Skip(1), (report, peer) =>
        {
            var (ours, theirs) = (measure.Read(reports[0]), measure.Read(report));
            return new Comparison(measure.Measure, peer.Name, ours.Text, theirs.Text, ours.Figure / theirs.Figure, measure.Limit(peer));
        }))];
    }

    private static (double Figure, string Text) OfTime(BenchmarkReport report)
    {
        var microseconds = report.ResultStatistics!.Median / 1000;
        return (microseconds, Comparison.Time(microseconds));
    }

    private static (double Figure, string Text) OfBytes(BenchmarkReport report)
    {
        var bytes = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? double.NaN;
        return (bytes, Comparison.Size(bytes));
    }
}
