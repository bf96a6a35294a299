using System.Net;
using System.Net.Sockets;
using Amity.Tests.Faults;

namespace Amity.Tests.Hostile;

/// <summary>A request that never left is known as unsent: the caller may repeat it, whatever it does.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class UnsentTests
{
    private const string User = "proxy-user";
    private const string Password = "proxy-password";

    private static readonly int[] Rejections = [403, 407, 502, 503];

    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(100);

    // Nobody resolves the name: the proxy is asked to.
    private static readonly Uri BehindTheProxy = new("https://api.example.com");

    private static IEnumerable<OperationKind> Operations => OperationKind.All;

    private static IEnumerable<ConnectionFault> ConnectionFaults => ConnectionFault.All;

    [TestCaseSource(nameof(Rejections))]
    public async Task Proxy_RejectsTheTunnel_IsNamedAsTheReason(int status)
    {
        await using var proxy = Proxy(status);

        foreach (var operation in OperationKind.All)
        {
            using var handler = HandlerOver(new WebProxy(proxy.Address));
            using var client = Clients.At(BehindTheProxy, options => options.Handler = handler);

            var failure = await Clients.FailureOf<AmityTransportException>(() => operation.Call(client.Rooms, default));

            failure.Failure.Should().Be(AmityTransportFailure.ProxyRejected);
            failure.MayHaveSucceeded.Should().BeFalse();
            failure.Message.Should().Contain(proxy.Address.Authority).And.Contain($"{status}");
        }

        proxy.RequestLines.Should().OnlyContain(line => line.StartsWith("CONNECT api.example.com:443 ", StringComparison.Ordinal));
        proxy.Heads.Should().NotContain(head => head.Contains(Clients.Token, StringComparison.Ordinal));
    }

    [Test]
    public async Task Request_WrittenBeforeASecondTryOfAHandlerIsRejected_MayHaveSucceeded()
    {
        await using var server = RawServer.OverTls(Certificates.Loopback, _ => TimeSpan.Zero, _ => new RawResponse([], RawEnd.Close));
        using var handler = new RejectedAfterwards { InnerHandler = Certificates.Trusting() };
        using var client = Clients.Of(server, options =>
        {
            options.Handler = handler;
            options.MaxRetries = 3;
        });

        var failure = await Clients.FailureOf<AmityTransportException>(() => client.Rooms.CreateRoomAsync(new() { Title = "t" }));

        failure.Failure.Should().Be(AmityTransportFailure.Reset);
        failure.MayHaveSucceeded.Should().BeTrue();
        server.Requests.Should().Be(1);
    }

    [TestCase(403, 1)]
    [TestCase(407, 1)]
    [TestCase(502, 2)]
    [TestCase(503, 2)]
    public async Task Proxy_RejectsACreate_IsTriedAgainOnlyAfterItsOwnFailure(int status, int connections)
    {
        await using var proxy = Proxy(status);
        using var handler = HandlerOver(new WebProxy(proxy.Address));
        using var client = Clients.At(BehindTheProxy, options =>
        {
            options.Use(new PromptClock());
            options.Handler = handler;
            options.MaxRetries = 1;
        });

        var failure = await Clients.FailureOf<AmityTransportException>(() => client.Rooms.CreateRoomAsync(new() { Title = "t" }));

        failure.ProxyStatusCode.Should().Be(status);
        proxy.Requests.Should().Be(connections);
    }

    [Test]
    public async Task Proxy_AsksForCredentials_IsNotAskedAgain()
    {
        await using var proxy = Proxy(407);
        using var handler = HandlerOver(new WebProxy(proxy.Address));
        using var client = Clients.At(BehindTheProxy, options =>
        {
            options.Use(new PromptClock());
            options.Handler = handler;
            options.MaxRetries = 3;
        });

        await Clients.FailureOf<AmityTransportException>(() => OperationKind.Read.Call(client.Rooms, default));

        proxy.Requests.Should().Be(1);
    }

    [TestCaseSource(nameof(Rejections))]
    public async Task Proxy_WithCredentials_ShowsNoneOfThem(int status)
    {
        await using var proxy = Proxy(status);
        var address = new UriBuilder(proxy.Address) { UserName = User, Password = Password }.Uri;

        foreach (var credentials in new[] { null, new NetworkCredential(User, Password) })
        {
            using var handler = HandlerOver(new WebProxy(address) { Credentials = credentials });
            using var client = Clients.At(BehindTheProxy, options => options.Handler = handler);

            var failure = await Clients.FailureOf<AmityTransportException>(() => OperationKind.UnlessSentWrite.Call(client.Rooms, default));

            failure.Message.Should().Contain(proxy.Address.Authority);
            Unit.Leaks.ExceptionText.Of(failure).Should().NotContain(User).And.NotContain(Password).And.NotContain(Clients.Token);
        }
    }

    [TestCaseSource(nameof(Rejections))]
    public async Task Bulk_ProxyRejectsTheTunnel_NotSent(int status)
    {
        await using var proxy = Proxy(status);
        using var handler = HandlerOver(new WebProxy(proxy.Address));
        using var client = Clients.At(BehindTheProxy, options => options.Handler = handler);

        var result = await client.Rooms.BulkBanViewersAsync("r", ["ann", "ben"]);

        result.Items.Should().OnlyContain(item => item.Outcome == BulkOutcome.NotSent);
        result.Error.Should().BeOfType<AmityTransportException>().Which.Failure.Should().Be(AmityTransportFailure.ProxyRejected);
    }

    [TestCaseSource(nameof(ConnectionFaults))]
    public async Task Connection_NotThereInTime_IsUnreachable(ConnectionFault fault)
    {
        await using var silent = RawServer.Stalling(string.Empty);

        foreach (var operation in OperationKind.All)
        {
            using var handler = fault.Handler();
            using var client = Clients.At(fault.AddressOf(silent), options => fault.Configure(options, handler));

            var failure = await Clients.FailureOf<AmityTransportException>(() => operation.Call(client.Rooms, default));

            failure.Failure.Should().Be(AmityTransportFailure.Unreachable, "of {0}", operation);
            failure.MayHaveSucceeded.Should().BeFalse("of {0}", operation);
        }
    }

    [TestCaseSource(nameof(ConnectionFaults))]
    public async Task Bulk_ConnectionNotThereInTime_NotSent(ConnectionFault fault)
    {
        await using var silent = RawServer.Stalling(string.Empty);
        using var handler = fault.Handler();
        using var client = Clients.At(fault.AddressOf(silent), options => fault.Configure(options, handler));

        var result = await client.Rooms.BulkBanViewersAsync("r", ["ann", "ben"]);

        result.Items.Should().OnlyContain(item => item.Outcome == BulkOutcome.NotSent);
    }

    [Test]
    public async Task Connection_NotThereInTime_IsTriedAgainWhateverTheOperation()
    {
        var tries = 0;
        using var handler = Clients.Handler();
        handler.ConnectTimeout = Short;
        handler.ConnectCallback = (_, cancellationToken) =>
        {
            tries++;
            return NeverAsync(cancellationToken);
        };
        using var client = Clients.At(BehindTheProxy, options =>
        {
            options.Use(new PromptClock());
            options.Handler = handler;
            options.MaxRetries = 1;
        });

        await Clients.FailureOf<AmityTransportException>(() => OperationKind.UnlessSentWrite.Call(client.Rooms, default));

        tries.Should().Be(2);
    }

    [TestCaseSource(nameof(Operations))]
    public async Task Response_NotThereInTime_LeavesTheOutcomeUnknown(OperationKind operation)
    {
        foreach (var secure in new[] { false, true })
        {
            await using var server = secure
                ? RawServer.OverTls(Certificates.Loopback, _ => TimeSpan.Zero, _ => new RawResponse([], RawEnd.Stall))
                : RawServer.Stalling(string.Empty);
            var clock = new PromptClock();
            using var handler = Certificates.Trusting();
            using var client = Clients.Of(
                server,
                options =>
                {
                    options.Use(clock);
                    options.Handler = handler;
                },
                Clients.Credential(clock));

            var call = operation.Call(client.Rooms, default);
            await server.Requested;
            clock.EndAttempt();
            var failure = await Clients.FailureOf<AmityTransportException>(() => call);

            failure.Failure.Should().Be(AmityTransportFailure.Timeout);
            failure.MayHaveSucceeded.Should().Be(operation.IsWrite);
        }
    }

    private static RawServer Proxy(int status) =>
        RawServer.Responding(_ =>
            RawResponse.Of($"HTTP/1.1 {status} Status\nProxy-Authenticate: Basic realm=\"proxy\"\nConnection: close", []));

    private static SocketsHttpHandler HandlerOver(WebProxy proxy)
    {
        var handler = Clients.Handler();
        handler.Proxy = proxy;
        return handler;
    }

    private static async ValueTask<Stream> NeverAsync(CancellationToken cancellationToken = default)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        return Stream.Null;
    }

    /// <summary>A way for a connection not to come about, over plain TCP or over a TLS handshake that the server never begins.</summary>
    internal sealed record ConnectionFault(string Name, bool OverTls, Action<SocketsHttpHandler>? Setup, TimeSpan AttemptTimeout)
    {
        private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

        internal static IReadOnlyList<ConnectionFault> All { get; } =
        [
            new("connect timeout", OverTls: false, ConnectNever, Long),
            new("attempt timeout", OverTls: false, handler => handler.ConnectCallback = (_, cancel) => NeverAsync(cancel), Short),
            new("attempt timeout, a deaf callback", OverTls: false, handler => handler.ConnectCallback = (_, _) => NeverAsync(), Short),
            new("connect timeout in the TLS handshake", OverTls: true, handler => handler.ConnectTimeout = Short, Long),
            new("attempt timeout in the TLS handshake", OverTls: true, _ => { }, Short),
            new("attempt timeout in the TLS handshake of the client's own handler", OverTls: true, Setup: null, Short),
        ];

        public override string ToString() => Name;

        internal Uri AddressOf(RawServer server) => OverTls ? new UriBuilder(server.Address) { Scheme = "https" }.Uri : server.Address;

        internal SocketsHttpHandler? Handler()
        {
            if (Setup is null)
            {
                return null;
            }

            var handler = Clients.Handler();
            Setup(handler);
            return handler;
        }

        internal void Configure(AmityClientOptions options, HttpMessageHandler? handler)
        {
            options.Handler = handler;
            options.AttemptTimeout = AttemptTimeout;
        }

        private static void ConnectNever(SocketsHttpHandler handler)
        {
            handler.ConnectTimeout = Short;
            handler.ConnectCallback = (_, cancellationToken) => NeverAsync(cancellationToken);
        }
    }

    /// <summary>A handler that tries again on its own, and is rejected then.</summary>
    private sealed class RejectedAfterwards : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException)
            {
                throw new HttpRequestException("rejected", new SocketException((int)SocketError.ConnectionRefused));
            }
        }
    }
}
