namespace Amity.Tests.Unit.Client;

/// <summary>A client takes a handler only when it follows no redirects.</summary>
public sealed class HandlerTests
{
    private static IEnumerable<Func<bool, HttpMessageHandler>> Handlers =>
    [
        redirects => new HttpClientHandler { AllowAutoRedirect = redirects },
        redirects => new SocketsHttpHandler { AllowAutoRedirect = redirects },
        redirects => new Outer(new HttpClientHandler { AllowAutoRedirect = redirects }),
        redirects => new Outer(new Outer(new SocketsHttpHandler { AllowAutoRedirect = redirects })),
    ];

    [TestCaseSource(nameof(Handlers))]
    public void Client_HandlerFollowsRedirects_IsRejected(Func<bool, HttpMessageHandler> handlerWith)
    {
        using var handler = handlerWith(true);

        var act = () => TestClient.Over(handler);

        act.Should().Throw<ArgumentException>().WithMessage("*AllowAutoRedirect*").Which.ParamName.Should().Be("options");
    }

    [TestCaseSource(nameof(Handlers))]
    public void Client_HandlerFollowsNone_IsAccepted(Func<bool, HttpMessageHandler> handlerWith)
    {
        using var handler = handlerWith(false);

        var act = () => TestClient.Over(handler).Dispose();

        act.Should().NotThrow();
    }

    [Test]
    public async Task Client_Disposed_LeavesTheCallersHandlerOpen()
    {
        using var handler = new Outer(new ScriptedHandler().Response("""{"paging":{}}"""));
        TestClient.Over(handler).Dispose();

        handler.Disposed.Should().BeFalse();
        (await TestClient.Rooms(handler).ListRoomsAsync().GetPageAsync()).Items.Should().BeEmpty();
    }

    [Test]
    public async Task Client_OwnConnections_FollowNoRedirect()
    {
        await using var elsewhere = RawServer.Responding(RawServer.Ok("{}"));
        await using var service = RawServer.Responding($"HTTP/1.1 307 Temporary Redirect\r\nLocation: {elsewhere.Address}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var client = TestClient.At(service.Address);

        var act = () => client.Rooms.ListRoomsAsync().GetPageAsync();

        (await act.Should().ThrowAsync<AmityApiException>()).Which.StatusCode.Should().Be(307);
        elsewhere.Requests.Should().Be(0);
    }

    private sealed class Outer(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        internal bool Disposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            Disposed = true;
            base.Dispose(disposing);
        }
    }
}
