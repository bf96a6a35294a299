using System.Text;
using Amity.Tests.Faults;

namespace Amity.Tests.Hostile;

/// <summary>One attempt is one request on the wire, and no true window has more of them than the limit, seen by the receiver.</summary>
[NonParallelizable]
internal sealed class RateLimitWindowTests
{
    private const int Limit = 20;
    private const string Done = """{"success":true}""";

    // The service's 5 seconds and our margin of a tenth, made shorter.
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan OwnWindow = TimeSpan.FromSeconds(1.1);

    private static readonly Handshakes[] Slow =
    [
        new("150 ms", _ => 150, StaysOpen: true),
        new("400 ms", _ => 400, StaysOpen: true),
        new("none to 400 ms, a connection for each request", connection => connection % 5 * 100, StaysOpen: false),
    ];

    private static readonly OperationKind[] Reads =
    [
        OperationKind.Read,
        OperationKind.Location,
        new("rooms", IsWrite: false, IsSafe: true, (rooms, cancel) => rooms.ListRoomsAsync(cancellationToken: cancel).GetPageAsync()),
        new("bans", IsWrite: false, IsSafe: true, (rooms, cancel) => rooms.ListViewerBansAsync("r", cancellationToken: cancel).GetPageAsync()),
        new("credentials", IsWrite: false, IsSafe: true, (rooms, cancel) => rooms.GetBroadcastCredentialsAsync("r", cancel)),
    ];

    [TestCaseSource(nameof(Slow))]
    public async Task Receiver_SlowHandshakes_SeesNoWindowAboveTheLimit(Handshakes handshakes)
    {
        await using var server = RawServer.OverTls(
            Certificates.Loopback,
            connection => TimeSpan.FromMilliseconds(handshakes.Milliseconds(connection)),
            _ => handshakes.StaysOpen ? RawResponse.Json(200, Done) : RawResponse.Of("HTTP/1.1 200 OK\nConnection: close", Encoding.ASCII.GetBytes(Done), RawEnd.Close));
        using var handler = Certificates.Trusting();
        using var rateLimit = new AmityRateLimit(Limit, OwnWindow);
        using var client = Clients.Of(
            server,
            options =>
            {
                options.Handler = handler;
                options.MaxRetries = 3;
            },
            AmityCredential.Bearer(Clients.Token, rateLimit));

        await Task.WhenAll(Enumerable.Range(0, 3 * Limit).Select(_ => OperationKind.SafeWrite.Call(client.Rooms, default)));

        server.Requests.Should().BeGreaterThanOrEqualTo(3 * Limit);
        WorstWindow(server).Should().BeLessThanOrEqualTo(Limit);
    }

    [Test]
    public async Task Receiver_ClosingWithoutAByte_SeesNoWindowAboveTheLimit()
    {
        await using var server = RawServer.Responding(_ => new RawResponse([], RawEnd.Close));
        using var rateLimit = new AmityRateLimit(Limit, OwnWindow);
        using var client = Clients.Of(server, options => options.MaxRetries = 1, AmityCredential.Bearer(Clients.Token, rateLimit));

        var failures = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ =>
            Clients.FailureOf<AmityTransportException>(() => OperationKind.Read.Call(client.Rooms, default))));

        server.Requests.Should().Be(failures.Sum(failure => failure.Attempts)).And.Be(60);
        WorstWindow(server).Should().BeLessThanOrEqualTo(Limit);
    }

    [TestCaseSource(nameof(Reads))]
    public async Task Read_ConnectionClosesWithoutAByte_IsOneRequestAnAttempt(OperationKind read)
    {
        await using var server = RawServer.Responding(_ => new RawResponse([], RawEnd.Close));
        var clock = new PromptClock();
        using var client = Clients.Of(
            server,
            options =>
            {
                options.Use(clock);
                options.MaxRetries = 2;
            },
            Clients.Credential(clock));

        var failure = await Clients.FailureOf<AmityTransportException>(() => read.Call(client.Rooms, default));

        server.Requests.Should().Be(3);
        failure.Attempts.Should().Be(3);
    }

    [TestCaseSource(nameof(Reads))]
    public async Task Read_KeptConnectionClosesWithoutAByte_IsOneRequestAnAttempt(OperationKind read)
    {
        await using var server = RawServer.Responding(request => request.Number == 1
            ? RawResponse.Json(200, """{"success":true}""")
            : new RawResponse([], RawEnd.Close));
        using var client = Clients.Of(server);
        await OperationKind.SafeWrite.Call(client.Rooms, default);

        var failure = await Clients.FailureOf<AmityTransportException>(() => read.Call(client.Rooms, default));

        server.Received.Select(request => request.Connection).Should().Equal(1, 1);
        failure.Attempts.Should().Be(1);
    }

    /// <summary>The most requests that any window of the receiver's holds.</summary>
    private static int WorstWindow(RawServer server)
    {
        var arrivals = server.Received.Select(request => request.Arrival).Order().ToList();
        return arrivals.Select((first, index) => arrivals.Skip(index).Count(arrival => Elapsed(first, arrival) < Window)).Max();
    }

    private static TimeSpan Elapsed(long start, long end) => TimeProvider.System.GetElapsedTime(start, end);

    /// <summary>How long the server waits before its handshakes, by the number of the connection.</summary>
    internal sealed record Handshakes(string Name, Func<int, int> Milliseconds, bool StaysOpen)
    {
        public override string ToString() => Name;
    }
}
