using System.Globalization;
using Microsoft.Extensions.Time.Testing;

namespace Amity.Tests.Unit.Authentication;

/// <summary>When a provider is asked for a token, and what becomes of its response.</summary>
public sealed class TokenRenewalTests
{
    private const int Calls = 50;

    // What a callback throws may look like a failure of our own; it stays the callback's.
    private static IEnumerable<Exception> Thrown =>
    [
        new InvalidOperationException("vault"),
        new IOException("vault"),
        new HttpRequestException("vault"),
        new TaskCanceledException("vault"),
        new TimeoutException("vault"),
        FailureOf(Fault.Rejected),
        FailureOf(Fault.Status(429)),
        FailureOf(Fault.Status(503)),
    ];

    [Test]
    public async Task Provider_ManyFirstCalls_IsAskedOnce()
    {
        var provider = new Provider();
        var token = new TaskCompletionSource<AmityToken>();
        provider.Next = _ => token.Task;
        var handler = Accepting("t1");
        using var client = Client(handler, provider);

        var calls = Enumerable.Range(0, Calls).Select(_ => client.Rooms.ListRoomsAsync().GetPageAsync()).ToList();
        token.SetResult(new AmityToken("t1"));
        await Task.WhenAll(calls);

        provider.Asked.Should().Be(1);
        handler.Requests.Should().HaveCount(Calls);
    }

    [Test]
    public async Task Provider_ManyRejectionsAtOnce_IsAskedOnceMore()
    {
        var provider = new Provider();
        var allSent = new TaskCompletionSource();
        var sent = 0;
        var handler = new ReactingHandler(async (request, _) =>
        {
            if (request.Headers["Authorization"] != "Bearer t1")
            {
                return ScriptedHandler.Json(200, """{"paging":{}}""");
            }

            if (Interlocked.Increment(ref sent) == Calls)
            {
                allSent.SetResult();
            }

            await allSent.Task;
            return ScriptedHandler.Json(401, "{}");
        });
        using var client = Client(handler, provider);

        await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => client.Rooms.ListRoomsAsync().GetPageAsync()));

        provider.Asked.Should().Be(2);
        handler.Requests.Select(request => request.Headers["Authorization"]).Should().BeEquivalentTo(
            Enumerable.Repeat("Bearer t1", Calls).Concat(Enumerable.Repeat("Bearer t2", Calls)));
    }

    [Test]
    public async Task Provider_RejectionThatComesAfterTheRenewal_UsesTheNewTokenWithoutAsking()
    {
        var provider = new Provider();
        var late = new TaskCompletionSource<HttpResponseMessage>();
        var handler = new ScriptedHandler().ResponseWhen(late.Task).Response(401, "{}").Response("""{"paging":{}}""").Response("""{"paging":{}}""");
        using var client = Client(handler, provider);

        var slow = client.Rooms.ListRoomsAsync().GetPageAsync();
        await client.Rooms.ListRoomsAsync().GetPageAsync();
        late.SetResult(ScriptedHandler.Json(401, "{}"));
        await slow;

        provider.Asked.Should().Be(2);
        handler.Requests.Select(request => request.Headers["Authorization"]).Should().Equal("Bearer t1", "Bearer t1", "Bearer t2", "Bearer t2");
    }

    [Test]
    public async Task Provider_SecondTokenRejectedToo_SurfacesAfterOneReplay()
    {
        var provider = new Provider();
        var handler = new ReactingHandler(_ => ScriptedHandler.Json(401, "{}"));
        using var client = Client(handler, provider);

        var failure = (await client.Rooms.Invoking(rooms => rooms.BanViewersAsync("r", new ViewerIdsRequest { UserIds = ["v"] })).Should().ThrowAsync<AmityApiException>()).Which;

        failure.StatusCode.Should().Be(401);
        failure.Attempts.Should().Be(2);
        failure.MayHaveSucceeded.Should().BeFalse();
        handler.Requests.Select(request => request.Headers["Authorization"]).Should().Equal("Bearer t1", "Bearer t2");
        handler.Requests[1].Body.Should().Be(handler.Requests[0].Body);
        provider.Asked.Should().Be(2);
    }

    [Test]
    public async Task Provider_TokenNearItsEnd_IsAskedBeforeTheServiceRejectsIt()
    {
        var time = new FakeTimeProvider();
        var provider = new Provider();
        provider.Next = number => Task.FromResult(new AmityToken(Name(number), time.GetUtcNow().AddMinutes(10)));
        var handler = new ReactingHandler(_ => ScriptedHandler.Json(200, """{"paging":{}}"""));
        using var client = Client(handler, provider, time);

        await client.Rooms.ListRoomsAsync().GetPageAsync();
        time.Advance(TimeSpan.FromMinutes(9));
        await client.Rooms.ListRoomsAsync().GetPageAsync();
        // Less than half a minute is left: it might end on the way.
        time.Advance(TimeSpan.FromSeconds(31));
        await client.Rooms.ListRoomsAsync().GetPageAsync();

        handler.Requests.Select(request => request.Headers["Authorization"]).Should().Equal("Bearer t1", "Bearer t1", "Bearer t2");
    }

    [Test]
    public async Task Provider_TokenWithoutEnd_IsKept()
    {
        var time = new FakeTimeProvider();
        var provider = new Provider();
        using var client = Client(Accepting("t1"), provider, time);

        await client.Rooms.ListRoomsAsync().GetPageAsync();
        time.Advance(TimeSpan.FromDays(400));
        await client.Rooms.ListRoomsAsync().GetPageAsync();

        provider.Asked.Should().Be(1);
    }

    [TestCaseSource(nameof(Thrown))]
    public async Task Provider_Throws_SurfacesAsItselfAfterOneAsking(Exception thrown)
    {
        var provider = new Provider { Next = _ => Task.FromException<AmityToken>(thrown) };
        var handler = new ScriptedHandler();
        using var client = Client(handler, provider, new SkippingTime());
        var message = thrown.Message;
        var attempts = (thrown as AmityException)?.Attempts;

        var caught = (await client.Rooms.Invoking(rooms => rooms.ListRoomsAsync().GetPageAsync()).Should().ThrowAsync<Exception>()).Which;

        caught.Should().BeSameAs(thrown);
        caught.Message.Should().Be(message);
        (caught as AmityException)?.Attempts.Should().Be(attempts);
        provider.Asked.Should().Be(1);
        handler.Requests.Should().BeEmpty();
    }

    [Test]
    public async Task Provider_ThrewOnce_IsAskedAgainByTheNextCall()
    {
        var provider = new Provider();
        provider.Next = number => number == 1 ? Task.FromException<AmityToken>(new IOException("vault")) : Task.FromResult(new AmityToken("t2"));
        using var client = Client(Accepting("t2"), provider);

        await client.Rooms.Invoking(rooms => rooms.ListRoomsAsync().GetPageAsync()).Should().ThrowAsync<IOException>();
        await client.Rooms.Invoking(rooms => rooms.ListRoomsAsync().GetPageAsync()).Should().NotThrowAsync();
    }

    [Test]
    public async Task Provider_ThrowsWhileManyWait_FailsThemAllAfterOneAsking()
    {
        var thrown = new HttpRequestException("vault");
        var provider = new Provider();
        var token = new TaskCompletionSource<AmityToken>();
        provider.Next = number => number == 1 ? token.Task : Task.FromException<AmityToken>(new IOException("asked again"));
        using var client = Client(new ScriptedHandler(), provider);

        var calls = Enumerable.Range(0, Calls).Select(_ => client.Rooms.ListRoomsAsync().GetPageAsync()).ToList();
        token.SetException(thrown);

        foreach (var call in calls)
        {
            (await call.Invoking(c => c).Should().ThrowAsync<HttpRequestException>()).Which.Should().BeSameAs(thrown);
        }

        await client.Rooms.Invoking(rooms => rooms.ListRoomsAsync().GetPageAsync()).Should().ThrowAsync<IOException>("a later call asks anew");
        provider.Asked.Should().Be(2);
    }

    [Test]
    public async Task Provider_ReturnsNothing_IsRejectedByName()
    {
        var provider = new Provider { Next = _ => Task.FromResult<AmityToken>(null!) };
        using var client = Client(new ScriptedHandler(), provider);

        await client.Rooms.Invoking(rooms => rooms.ListRoomsAsync().GetPageAsync()).Should().ThrowAsync<InvalidOperationException>().WithMessage("*FromProvider*returned no token*");
    }

    [Test]
    public void Provider_Absent_IsRejected() =>
        FluentActions.Invoking(() => AmityCredential.FromProvider(null!)).Should().Throw<ArgumentNullException>().WithParameterName("provider");

    [TestCase(0)]
    [TestCase(1)]
    public async Task Provider_OneWaiterCancelled_StillServesTheOthers(int cancelled)
    {
        var provider = new Provider();
        var token = new TaskCompletionSource<AmityToken>();
        provider.NextCancellable = (_, cancellationToken) => token.Task.WaitAsync(cancellationToken);
        using var client = Client(Accepting("t1"), provider);
        using var cancellation = new CancellationTokenSource();

        var calls = Enumerable.Range(0, 4).Select(i => client.Rooms.ListRoomsAsync(cancellationToken: i == cancelled ? cancellation.Token : default).GetPageAsync()).ToList();
        await cancellation.CancelAsync();
        await calls[cancelled].Invoking(call => call).Should().ThrowAsync<OperationCanceledException>();
        token.SetResult(new AmityToken("t1"));

        await Task.WhenAll(calls.Where((_, i) => i != cancelled));
        calls.Count(call => call.IsCompletedSuccessfully).Should().Be(3);
    }

    private static AmityException FailureOf(Fault fault)
    {
        var time = new SkippingTime();
        var rooms = FaultyClient.Rooms(new ReactingHandler((_, cancellationToken) => fault.Play(time, cancellationToken)), time, maxRetries: 0);
        return rooms.Invoking(r => r.GetRoomAsync("another")).Should().ThrowAsync<AmityException>().GetAwaiter().GetResult().Which;
    }

    private static ReactingHandler Accepting(string token) =>
        new(request => ScriptedHandler.Json(request.Headers["Authorization"] == $"Bearer {token}" ? 200 : 401, """{"paging":{}}"""));

    private static AmityClient Client(HttpMessageHandler handler, Provider provider, TimeProvider? time = null) =>
        FaultyClient.Over(handler, time ?? new FakeTimeProvider(), credential: AmityCredential.FromProvider(provider.AskAsync));

    private static string Name(int number) => $"t{number.ToString(CultureInfo.InvariantCulture)}";

    private sealed class Provider
    {
        private int _asked;

        internal Func<int, Task<AmityToken>> Next { get; set; } = number => Task.FromResult(new AmityToken(Name(number)));

        internal Func<int, CancellationToken, Task<AmityToken>>? NextCancellable { get; set; }

        internal int Asked => _asked;

        internal Task<AmityToken> AskAsync(CancellationToken cancellationToken)
        {
            var number = Interlocked.Increment(ref _asked);
            return NextCancellable is { } next ? next(number, cancellationToken) : Next(number);
        }
    }
}
