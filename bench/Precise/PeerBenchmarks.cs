using Amity.Bench.Peers;
using Amity.Bench.Rows;
using Amity.Bench.Server;
using BenchmarkDotNet.Attributes;

namespace Amity.Bench.Precise;

/// <summary>The short rows under BenchmarkDotNet, each peer in a process of its own.</summary>
// A noisy machine would have BenchmarkDotNet iterate a hundred times per peer; thirty keep the full run within half an hour.
[MemoryDiagnoser]
[MaxIterationCount(30)]
public class PeerBenchmarks
{
    /// <summary>Says to BenchmarkDotNet's processes where the server is, which the first process started.</summary>
    internal const string AddressVariable = "AMITY_BENCH_SERVER";

    private PeerSet? _peers;
    private IPeer? _peer;
    private byte[] _page = [];

    public static IEnumerable<int> Peers => Enumerable.Range(0, 6);

    /// <summary>The place in <see cref="PeerSet"/>; <see cref="PreciseRun"/> turns it into the name.</summary>
    [ParamsSource(nameof(Peers))]
    public int Peer { get; set; }

    [GlobalSetup]
    public void Start()
    {
        _peers = new PeerSet(new Uri(Environment.GetEnvironmentVariable(AddressVariable)!));
        _peer = _peers.All[Peer];
        _page = BanPageSource.Page(0, BanPageSource.PagesOf(RowContext.Room));
        _peers.Check(_page);
    }

    [GlobalCleanup]
    public void Stop() => _peers?.Dispose();

    [Benchmark]
    public int Decode() => _peer!.Decode(_page);

    [Benchmark]
    public Task<int> Page() => _peer!.PageAsync(RowContext.Room);

    [Benchmark]
    public Task<bool> Delete() => _peer!.DeleteAsync(RowContext.Room);

    [Benchmark]
    public Task<bool> Ban() => _peer!.BanAsync(RowContext.Room, TinyRow.Viewer);
}
