using System.Net;

namespace Amity.Tests.Unit.Cancellation;

/// <summary>A cancelled call ends at once, and as a cancellation.</summary>
public sealed class CancellationTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static IEnumerable<Exception> WhatATornConnectionThrows => [new IOException("torn"), new HttpRequestException("torn")];

    [Test]
    public async Task Operation_CancelledWhileTheBodyStalls_EndsAtOnce([Values(200, 500)] int status)
    {
        await using var server = RawServer.Stalling($"HTTP/1.1 {status} OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{{\"rooms\":[");
        using var cancellation = new CancellationTokenSource();
        using var handler = new HeadersSeen(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var client = TestClient.At(server.Address, handler);
        var call = client.Rooms.GetRoomAsync("r", cancellation.Token);
        await handler.Seen.WaitAsync(Patience);

        await cancellation.CancelAsync();
        var act = () => call.WaitAsync(Patience);

        (await act.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancellation.Token);
    }

    [Test]
    public async Task Operation_CancelledBeforeAnyResponse_EndsAtOnce()
    {
        await using var server = RawServer.Stalling(string.Empty);
        using var cancellation = new CancellationTokenSource();
        using var client = TestClient.At(server.Address);
        var call = client.Rooms.GetRoomAsync("r", cancellation.Token);

        await cancellation.CancelAsync();
        var act = () => call.WaitAsync(Patience);

        await act.Should().ThrowAsync<OperationCanceledException>();
    }

    // Some platforms report a torn connection instead of the cancellation that tore it.
    [TestCaseSource(nameof(WhatATornConnectionThrows))]
    public async Task Operation_ConnectionTornByTheCancellation_IsACancellation(Exception torn)
    {
        using var cancellation = new CancellationTokenSource();
        var whileSending = new ScriptedHandler().Step(async (_, _) =>
        {
            await cancellation.CancelAsync();
            throw torn;
        });
        using var cancellationOfReading = new CancellationTokenSource();
        var whileReading = new ScriptedHandler().Step(async (_, _) =>
        {
            await cancellationOfReading.CancelAsync();
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new BreakingContent(torn) };
        });

        // A call that is not retried, which would end in the wait for its retry.
        var sending = () => TestClient.Rooms(whileSending).CreateRoomAsync(new() { Title = "t" }, cancellation.Token);
        var reading = () => TestClient.Rooms(whileReading).CreateRoomAsync(new() { Title = "t" }, cancellationOfReading.Token);

        await sending.Should().ThrowAsync<OperationCanceledException>();
        await reading.Should().ThrowAsync<OperationCanceledException>();
    }

    // Time limits are used again by later calls, which the tokens of earlier ones must not reach.
    [Test]
    public async Task Operation_TokenOfAnEarlierCallCancelled_GoesOn()
    {
        using var earlier = new CancellationTokenSource();
        var handler = new ScriptedHandler()
            .Step((_, _) => Task.FromResult(ScriptedHandler.Json(200, """{"success":true}""")))
            .Step(async (_, token) =>
            {
                await earlier.CancelAsync();
                token.IsCancellationRequested.Should().BeFalse();
                return ScriptedHandler.Json(200, """{"success":true}""");
            });
        var rooms = TestClient.Rooms(handler);
        await rooms.DeleteRoomAsync("r", earlier.Token);

        var later = () => rooms.DeleteRoomAsync("r");

        await later.Should().NotThrowAsync();
    }

    private sealed class HeadersSeen(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Task Seen => _seen.Task;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            _seen.SetResult();
            return response;
        }
    }
}
