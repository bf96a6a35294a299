using System.Net;
using System.Net.Sockets;

namespace Amity.Tests.Unit.Errors;

/// <summary>What an exception says of the wire, on real sockets where those can fail so.</summary>
public sealed class TransportFailureTests
{
    private static IEnumerable<TestCaseData> Thrown =>
    [
        new(Fault.Dns, AmityTransportFailure.NameResolution),
        new(Fault.Rejected, AmityTransportFailure.Unreachable),
        new(Fault.Tls, AmityTransportFailure.Tls),
        new(Fault.Reset, AmityTransportFailure.Reset),
        new(Fault.AttemptTimeout, AmityTransportFailure.Timeout),
        new(Fault.Malformed, AmityTransportFailure.Malformed),
    ];

    private static IEnumerable<SocketError> NoConnection =>
        [SocketError.ConnectionRefused, SocketError.TimedOut, SocketError.AddressNotAvailable, SocketError.AccessDenied, SocketError.HostUnreachable, SocketError.NetworkUnreachable];

    private static IEnumerable<string> BrokenResponses =>
    [
        string.Empty,
        "HTTP/1.1 200 OK\r\nContent-Le",
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"rooms\":",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"ro",
    ];

    [TestCaseSource(nameof(NoConnection))]
    public async Task Connection_NotMade_IsUnreachableAndSurelyUnsent(SocketError error)
    {
        var handler = new ReactingHandler(_ => throw new HttpRequestException("no connection", new SocketException((int)error)));
        var rooms = FaultyClient.Rooms(handler, new SkippingTime(), maxRetries: 0);

        var failure = (await rooms.Invoking(r => r.CreateRoomAsync(new CreateRoomRequest { Title = "t", Type = RoomType.CoHosts })).Should().ThrowAsync<AmityTransportException>()).Which;

        failure.Failure.Should().Be(AmityTransportFailure.Unreachable);
        failure.MayHaveSucceeded.Should().BeFalse();
    }

    [Test]
    public async Task Connection_ThatTimedOutWhileReading_IsAReset()
    {
        var handler = new ReactingHandler(_ => throw new HttpRequestException("broken", new IOException("broken", new SocketException((int)SocketError.TimedOut))));
        var rooms = FaultyClient.Rooms(handler, new SkippingTime(), maxRetries: 0);

        var failure = (await rooms.Invoking(r => r.DeleteRoomAsync("r")).Should().ThrowAsync<AmityTransportException>()).Which;

        failure.Failure.Should().Be(AmityTransportFailure.Reset);
        failure.MayHaveSucceeded.Should().BeTrue();
    }

    [Test]
    public async Task Body_ThatAHandlerOfTheCallersCannotDecompress_IsMalformedAndRetried()
    {
        var handler = new ReactingHandler(_ => throw new InvalidDataException("The archive entry was compressed using an unsupported compression method."));
        var rooms = FaultyClient.Rooms(handler, new SkippingTime(), maxRetries: 1);

        var failure = (await rooms.Invoking(r => r.DeleteRoomAsync("r")).Should().ThrowAsync<AmityTransportException>()).Which;

        failure.Failure.Should().Be(AmityTransportFailure.Malformed);
        failure.Attempts.Should().Be(2);
    }

    [TestCaseSource(nameof(Thrown))]
    public async Task Failure_OfAnAttempt_HasItsKind(Fault fault, AmityTransportFailure kind)
    {
        var time = new SkippingTime();
        var rooms = FaultyClient.Rooms(new ReactingHandler((_, cancellationToken) => fault.Play(time, cancellationToken)), time, maxRetries: 0);

        var failure = (await rooms.Invoking(r => r.BanViewersAsync("r1", new ViewerIdsRequest { UserIds = ["v"] })).Should().ThrowAsync<AmityTransportException>()).Which;

        failure.Failure.Should().Be(kind);
        failure.Operation.Should().Be("banViewers");
        failure.Message.Should().StartWith($"banViewers got no usable response ({kind}): ").And.Contain("POST /api/v1/rooms/r1/viewer-bans");
    }

    [Test]
    public async Task Connection_ToAClosedPort_IsUnreachable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var failure = await FailAsync(new Uri($"http://127.0.0.1:{port}"));

        failure.Failure.Should().Be(AmityTransportFailure.Unreachable);
        failure.MayHaveSucceeded.Should().BeFalse();
        failure.InnerException.Should().BeOfType<HttpRequestException>();
    }

    [Test]
    public async Task Connection_WithTlsToAPlainListener_IsATlsFailure()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var responding = ResponsePlainlyAsync(listener);

        var failure = await FailAsync(new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));

        await responding;
        failure.Failure.Should().Be(AmityTransportFailure.Tls);
        failure.MayHaveSucceeded.Should().BeFalse();
    }

    [TestCaseSource(nameof(BrokenResponses))]
    public async Task Connection_ClosedBeforeTheResponsesEnd_IsAReset(string response)
    {
        await using var server = RawServer.Responding(response);

        var failure = await FailAsync(server.Address);

        failure.Failure.Should().Be(AmityTransportFailure.Reset);
        failure.MayHaveSucceeded.Should().BeTrue();
    }

    // Speaks first: a handshake holds no line that a server of HTTP could wait for.
    private static async Task ResponsePlainlyAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        var stream = client.GetStream();
        await stream.WriteAsync("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"u8.ToArray());
        await stream.CopyToAsync(Stream.Null);
    }

    private static async Task<AmityTransportException> FailAsync(Uri address)
    {
        using var client = TestClient.At(address);
        return (await client.Rooms.Invoking(rooms => rooms.DeleteRoomAsync("r")).Should().ThrowAsync<AmityTransportException>()).Which;
    }
}
