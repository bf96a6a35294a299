using System.Text;

namespace Amity.Tests.Hostile;

/// <summary>A complete response without a body is a success where it only confirms, and none where something is asked for.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class EmptySuccessTests
{
    private static readonly RawResponse[] Complete =
    [
        Empty("HTTP/1.1 204 No Content"),
        Empty("HTTP/1.1 200 OK\nContent-Length: 0"),
        Empty("HTTP/1.1 202 Accepted\nContent-Length: 0"),
        RawResponse.Of("HTTP/1.1 200 OK\nTransfer-Encoding: chunked", Encoding.ASCII.GetBytes("0\r\n\r\n"), RawEnd.KeepOpen),
    ];

    private static readonly RawResponse[] Incomplete =
    [
        RawResponse.Of("HTTP/1.1 200 OK\nConnection: close", []),
        RawResponse.Of("HTTP/1.0 200 OK", []),
        RawResponse.Of("HTTP/1.1 200 OK\nTransfer-Encoding: chunked", []),
        RawResponse.Of("HTTP/1.1 200 OK\nTransfer-Encoding: chunked", Encoding.ASCII.GetBytes("0\r\n")),
        RawResponse.Of("HTTP/1.1 200 OK\nContent-Length: 16", []),
    ];

    private static readonly Confirming[] Confirmations =
    [
        new("ban", rooms => rooms.BanViewersAsync("r", Viewers())),
        new("unban", rooms => rooms.UnbanViewersAsync("r", Viewers())),
        new("delete", rooms => rooms.DeleteRoomAsync("r")),
        new("watch time", rooms => rooms.ReportWatchTimeAsync(OperationKind.Watches, new Signer())),
    ];

    private static readonly OperationKind[] Asking =
    [
        OperationKind.Read,
        OperationKind.UnlessSentWrite,
        new("list", IsWrite: false, IsSafe: true, (rooms, cancel) => rooms.ListViewerBansAsync("r", cancellationToken: cancel).GetPageAsync()),
        new("update", IsWrite: true, IsSafe: true, (rooms, cancel) => rooms.UpdateRoomAsync("r", new() { Title = "t" }, cancel)),
        new("credentials", IsWrite: false, IsSafe: true, (rooms, cancel) => rooms.GetBroadcastCredentialsAsync("r", cancel)),
    ];

    [Test]
    public async Task Confirmation_CompleteAndEmpty_IsASuccess(
        [ValueSource(nameof(Confirmations))] Confirming operation, [Range(0, 3)] int response)
    {
        await using var server = RawServer.Responding(_ => Complete[response]);
        using var client = Clients.Of(server);

        await operation.Call(client.Rooms);

        server.Requests.Should().Be(1);
    }

    [Test]
    public async Task Confirmation_EmptyAndPerhapsCut_LeavesTheOutcomeUnknown(
        [ValueSource(nameof(Confirmations))] Confirming operation, [Range(0, 4)] int response)
    {
        await using var server = RawServer.Responding(_ => Incomplete[response]);
        using var client = Clients.Of(server);

        var failure = await Clients.FailureOf<AmityTransportException>(() => operation.Call(client.Rooms));

        failure.Failure.Should().BeOneOf(AmityTransportFailure.Malformed, AmityTransportFailure.Reset);
        failure.MayHaveSucceeded.Should().BeTrue();
    }

    [Test]
    public async Task Confirmation_EndedByTheConnectionsClose_IsMalformed([Values(0, 1)] int response)
    {
        await using var server = RawServer.Responding(_ => Incomplete[response]);
        using var client = Clients.Of(server);

        var failure = await Clients.FailureOf<AmityTransportException>(() => OperationKind.SafeWrite.Call(client.Rooms, default));

        failure.Failure.Should().Be(AmityTransportFailure.Malformed);
    }

    [Test]
    public async Task Response_EmptyWhereSomethingIsAskedFor_IsMalformed(
        [ValueSource(nameof(Asking))] OperationKind operation, [Range(0, 3)] int response)
    {
        await using var server = RawServer.Responding(_ => Complete[response]);
        using var client = Clients.Of(server);

        var failure = await Clients.FailureOf<AmityTransportException>(() => operation.Call(client.Rooms, default));

        failure.Failure.Should().Be(AmityTransportFailure.Malformed);
        failure.MayHaveSucceeded.Should().Be(operation.IsWrite);
    }

    [Test]
    public async Task Bulk_CompleteAndEmpty_IsDone([Range(0, 3)] int response)
    {
        await using var server = RawServer.Responding(_ => Complete[response]);
        using var client = Clients.Of(server);

        var result = await client.Rooms.BulkBanViewersAsync("r", ["ann", "ben"]);

        result.Items.Should().OnlyContain(item => item.Outcome == BulkOutcome.Done);
        server.Requests.Should().Be(1);
    }

    private static RawResponse Empty(string head) => RawResponse.Of(head, [], RawEnd.KeepOpen);

    private static ViewerIdsRequest Viewers() => new() { UserIds = ["ann"] };

    /// <summary>An operation whose response only confirms.</summary>
    internal sealed record Confirming(string Name, Func<RoomsClient, Task> Call)
    {
        public override string ToString() => Name;
    }

    private sealed class Signer : IWatchTimeSigner
    {
        public Task<string> SignAsync(string text, CancellationToken cancellationToken) => Task.FromResult("signature");
    }
}
