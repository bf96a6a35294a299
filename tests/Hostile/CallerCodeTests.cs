using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Amity.Tests.Hostile;

/// <summary>Timeouts and cancellation hold where the caller's code ignores them, and no handler takes the credential elsewhere.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class CallerCodeTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromMinutes(1);

    // Only a test that fails waits so long.

    private static readonly string[] OtherSchemes =
    [
        "file:///etc/passwd", "\\\\files.example.com\\share", "ftp://files.example.com/a",
        "javascript:alert(1)", "data:text/html,hello", "mailto:a@example.com",
    ];

    private static IEnumerable<DeafCode> DeafCodes => DeafCode.All;

    private static IEnumerable<Cancelable> Cancelables => Cancelable.All;

    [TestCaseSource(nameof(DeafCodes))]
    public async Task Timeout_CodeOfTheCallerIgnoresItsToken_EndsTheCall(DeafCode code)
    {
        var time = new FakeTimeProvider();
        using var client = code.Client(options =>
        {
            options.TimeProvider = time;
            options.AttemptTimeout = AttemptTimeout;
            options.Timeout = Timeout;
            options.MaxRetries = 0;
        });

        var call = code.Call(client.Rooms, default);
        time.Advance(Timeout);
        var failure = await Clients.FailureOf<AmityTransportException>(() => call);

        failure.Failure.Should().Be(AmityTransportFailure.Timeout);
        failure.Message.Should().Contain("Timeout");
        failure.MayHaveSucceeded.Should().Be(code.IsSent);
    }

    [TestCaseSource(nameof(DeafCodes))]
    public async Task Cancellation_CodeOfTheCallerIgnoresItsToken_EndsTheCall(DeafCode code)
    {
        using var cancel = new CancellationTokenSource();
        using var client = code.Client(options => options.TimeProvider = new FakeTimeProvider());

        var call = code.Call(client.Rooms, cancel.Token);
        await cancel.CancelAsync();
        var cancellation = await Clients.FailureOf<OperationCanceledException>(() => call);

        (cancellation.CancellationToken == cancel.Token).Should().BeTrue("it is the caller's own");
    }

    [Test]
    public async Task Provider_ReturnsNoTask_IsTheProvidersMistake()
    {
        await using var server = RawServer.Responding(_ => RawResponse.Json(200, "{}"));
        using var client = Clients.Of(server, credential: AmityCredential.FromProvider(_ => null!));

        var failure = await Clients.FailureOf<InvalidOperationException>(() => client.Rooms.GetRoomAsync("r"));

        failure.Message.Should().Contain("FromProvider");
        server.Requests.Should().Be(0);
    }

    [Test]
    public async Task Provider_ReturnsNoToken_IsTheProvidersMistake()
    {
        await using var server = RawServer.Responding(_ => RawResponse.Json(200, "{}"));
        using var client = Clients.Of(server, credential: AmityCredential.FromProvider(_ => Task.FromResult<AmityToken>(null!)));

        var failure = await Clients.FailureOf<InvalidOperationException>(() => client.Rooms.GetRoomAsync("r"));

        failure.Message.Should().Contain("FromProvider");
        server.Requests.Should().Be(0);
    }

    [TestCaseSource(nameof(Cancelables))]
    public async Task Cancellation_BeforeTheCall_CarriesTheCallersToken(Cancelable operation)
    {
        await using var server = RawServer.Stalling(string.Empty);
        using var client = Clients.Of(server);
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        var cancellation = await Clients.FailureOf<OperationCanceledException>(() => operation.Call(client.Rooms, cancel.Token));

        (cancellation.CancellationToken == cancel.Token).Should().BeTrue("it is the caller's own");
        server.Requests.Should().Be(0);
    }

    [TestCaseSource(nameof(Cancelables))]
    public async Task Cancellation_WhileTheResponseIsAwaited_CarriesTheCallersToken(Cancelable operation)
    {
        await using var server = RawServer.Stalling(string.Empty);
        using var client = Clients.Of(server);
        using var cancel = new CancellationTokenSource();

        var call = operation.Call(client.Rooms, cancel.Token);
        await server.Requested;
        await cancel.CancelAsync();
        var cancellation = await Clients.FailureOf<OperationCanceledException>(() => call);

        (cancellation.CancellationToken == cancel.Token).Should().BeTrue("it is the caller's own");
    }

    [TestCaseSource(nameof(Cancelables))]
    public async Task Cancellation_WhileTheRateLimitIsAwaited_CarriesTheCallersToken(Cancelable operation)
    {
        await using var server = RawServer.Stalling(string.Empty);
        using var rateLimit = new AmityRateLimit();
        rateLimit.Pause(TimeSpan.FromHours(1));
        using var client = Clients.Of(server, credential: AmityCredential.Bearer(Clients.Token, rateLimit));
        using var cancel = new CancellationTokenSource();

        var call = operation.Call(client.Rooms, cancel.Token);
        await cancel.CancelAsync();
        var cancellation = await Clients.FailureOf<OperationCanceledException>(() => call);

        (cancellation.CancellationToken == cancel.Token).Should().BeTrue("it is the caller's own");
    }

    [Test]
    public async Task Cancellation_BetweenTwoItems_CarriesTheCallersToken([Values] bool withCancellation)
    {
        await using var server = RawServer.Responding(_ =>
            RawResponse.Json(200, """{"roomBannedUsers":[{"userPublicId":"a"},{"userPublicId":"b"}],"paging":{}}"""));
        using var client = Clients.Of(server);
        using var cancel = new CancellationTokenSource();
        var bans = client.Rooms.ListViewerBansAsync("r", cancellationToken: withCancellation ? default : cancel.Token);

        var cancellation = await Clients.FailureOf<OperationCanceledException>(async () =>
        {
            await foreach (var ban in bans.WithCancellation(withCancellation ? cancel.Token : default))
            {
                ban.UserId.Should().Be("a");
                await cancel.CancelAsync();
            }
        });

        (cancellation.CancellationToken == cancel.Token).Should().BeTrue("it is the caller's own");
    }

    [Test]
    public async Task Handler_BeginsToFollowRedirectsLater_IsRejectedBeforeAnythingIsSent([Values] bool inside)
    {
        await using var server = RawServer.Responding(_ => RawResponse.Json(200, "{}"));
        using var handler = Clients.Handler();
        using var outer = new Outer();
        HttpMessageHandler chosen = inside ? outer : handler;
        using var client = Clients.Of(server, options => options.Handler = chosen);
        handler.AllowAutoRedirect = true;
        outer.InnerHandler = handler;

        var failure = await Clients.FailureOf<InvalidOperationException>(() => client.Rooms.GetRoomAsync("r"));

        failure.Message.Should().Contain("AllowAutoRedirect");
        server.Requests.Should().Be(0);
    }

    [Test]
    public async Task Response_FromAnotherAddress_IsRejected()
    {
        foreach (var operation in OperationKind.All)
        {
            await using var elsewhere = RawServer.Responding(_ => RawResponse.Json(200, """{"success":true,"rooms":[{"roomId":"r"}]}"""));
            await using var server = RawServer.Responding(_ =>
                RawResponse.Of($"HTTP/1.1 307 Redirect\nLocation: {elsewhere.Address}there\nContent-Length: 0", [], RawEnd.KeepOpen));
            using var handler = new Hidden();
            using var client = Clients.Of(server, options =>
            {
                options.Handler = handler;
                options.MaxRetries = 3;
            });

            var failure = await Clients.FailureOf<AmityTransportException>(() => operation.Call(client.Rooms, default));

            failure.Failure.Should().Be(AmityTransportFailure.Redirected);
            failure.MayHaveSucceeded.Should().Be(operation.IsWrite);
            server.Requests.Should().Be(1);
        }
    }

    [Test]
    public async Task Handler_ThatIsGivenAnotherOneByItsFirstRequest_IsRejectedAtTheNext()
    {
        await using var server = RawServer.Responding(_ => RawResponse.Json(200, """{"success":true}"""));
        using var handler = new Deferring();
        using var client = Clients.Of(server, options => options.Handler = handler);
        await OperationKind.SafeWrite.Call(client.Rooms, default);

        await Clients.FailureOf<InvalidOperationException>(() => OperationKind.SafeWrite.Call(client.Rooms, default));

        server.Requests.Should().Be(1);
    }

    [TestCaseSource(nameof(OtherSchemes))]
    public async Task RecordingLocation_OfAnotherScheme_IsRejected(string location)
    {
        await using var server = Redirecting(302, location);
        using var client = Clients.Of(server);

        // The network path of another host is none when it is read relative to an http address.
        var found = await FindAsync(client);

        found.Should().Match<Uri?>(uri => uri == null || uri.Scheme == "http" || uri.Scheme == "https");
    }

    [Test]
    public async Task RecordingLocation_OfHttpOrHttps_IsGiven(
        [Values("http://stream.example.com/a", "https://stream.example.com/a?b=c", "/a")] string location,
        [Values(301, 302, 303, 307, 308)] int status)
    {
        await using var server = Redirecting(status, location);
        using var client = Clients.Of(server);

        (await client.Rooms.GetRecordingLocationAsync("r", "p")).Should().Be(new Uri(server.Address, location));
    }

    [TestCase(300)]
    [TestCase(304)]
    [TestCase(305)]
    [TestCase(306)]
    [TestCase(399)]
    public async Task RecordingLocation_StatusThatIsNoRedirect_IsRejected(int status)
    {
        await using var server = Redirecting(status, "https://stream.example.com/a");
        using var client = Clients.Of(server);

        var failure = await Clients.FailureOf<AmityApiException>(() => client.Rooms.GetRecordingLocationAsync("r", "p"));

        failure.StatusCode.Should().Be(status);
    }

    private static async Task<Uri?> FindAsync(AmityClient client)
    {
        try
        {
            return await client.Rooms.GetRecordingLocationAsync("r", "p");
        }
        catch (AmityException)
        {
            return null;
        }
    }

    private static RawServer Redirecting(int status, string location) =>
        RawServer.Responding(_ =>
            RawResponse.Of($"HTTP/1.1 {status} Redirect\nLocation: {location}\nContent-Length: 0", [], RawEnd.KeepOpen));

    /// <summary>Code of the caller that never comes back, whatever its cancellation token says.</summary>
    /// <param name="Name">What it is.</param>
    /// <param name="IsSent">Whether the service may have the request by then.</param>
    /// <param name="Client">A client with this code.</param>
    /// <param name="Call">A call that runs into it.</param>
    internal sealed record DeafCode(
        string Name, bool IsSent, Func<Action<AmityClientOptions>, AmityClient> Client, Func<RoomsClient, CancellationToken, Task> Call)
    {
        private static readonly Uri Address = new("https://api.example.com");

        internal static IReadOnlyList<DeafCode> All { get; } =
        [
            new("token provider", IsSent: false, Provider, OperationKind.SafeWrite.Call),
            new("handler", IsSent: true, configure => Over(new DeafHandler(), configure), OperationKind.SafeWrite.Call),
            new("body", IsSent: true, configure => Over(new DeafBodyHandler(), configure), OperationKind.SafeWrite.Call),
            new("signer", IsSent: false, configure => Over(new ScriptedHandler(), configure), (rooms, cancel) => rooms.ReportWatchTimeAsync(
                OperationKind.Watches, new DeafSigner(), cancel)),
        ];

        public override string ToString() => Name;

        private static AmityClient Provider(Action<AmityClientOptions> configure) =>
            Clients.At(Address, configure, AmityCredential.FromProvider(_ => Never<AmityToken>()));

        private static AmityClient Over(HttpMessageHandler handler, Action<AmityClientOptions> configure) => Clients.At(Address, options =>
        {
            configure(options);
            options.Handler = handler;
        });

        private static Task<T> Never<T>() => new TaskCompletionSource<T>().Task;

        private sealed class DeafHandler : HttpMessageHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
                Never<HttpResponseMessage>();
        }

        private sealed class DeafBodyHandler : HttpMessageHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
                Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new DeafStream()) });
        }

        private sealed class DeafStream : MemoryStream
        {
            public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
                new(Never<int>());
        }

        private sealed class DeafSigner : IWatchTimeSigner
        {
            public Task<string> SignAsync(string text, CancellationToken cancellationToken) => Never<string>();
        }
    }

    /// <summary>Something that takes the caller's cancellation token.</summary>
    internal sealed record Cancelable(string Name, Func<RoomsClient, CancellationToken, Task> Call)
    {
        internal static IReadOnlyList<Cancelable> All { get; } =
        [
            .. OperationKind.All.Select(operation => new Cancelable(operation.Name, operation.Call)),
            new("bulk", (rooms, cancel) => rooms.BulkBanViewersAsync("r", ["ann"], cancellationToken: cancel)),
            new("enumeration", (rooms, cancel) => ReadAsync(rooms.ListViewerBansAsync("r", cancellationToken: cancel), default)),
            new("enumeration with cancellation", (rooms, cancel) => ReadAsync(rooms.ListRoomsAsync(), cancel)),
            new("pages", (rooms, cancel) => ReadAsync(rooms.ListRoomsAsync(cancellationToken: cancel).AsPages(), default)),
            new("pages with cancellation", (rooms, cancel) => ReadAsync(rooms.ListRoomsAsync().AsPages(), cancel)),
        ];

        public override string ToString() => Name;

        private static async Task ReadAsync<T>(IAsyncEnumerable<T> items, CancellationToken cancellationToken)
        {
            await foreach (var item in items.WithCancellation(cancellationToken))
            {
                item.Should().BeNull("nothing was received");
            }
        }
    }

    private sealed class Outer : DelegatingHandler;

    /// <summary>A handler that follows redirects where nobody can see it.</summary>
    private sealed class Hidden : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _inner = new(new SocketsHttpHandler());

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            _inner.SendAsync(request, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            _inner.Dispose();
            base.Dispose(disposing);
        }
    }

    /// <summary>A handler whose inner one, which follows redirects, is made when it is needed.</summary>
    private sealed class Deferring : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            InnerHandler ??= new HttpClientHandler();
            return base.SendAsync(request, cancellationToken);
        }
    }
}
