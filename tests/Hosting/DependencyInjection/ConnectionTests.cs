using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Amity.Tests.Hosting.DependencyInjection;

/// <summary>The connections are those of IHttpClientFactory.</summary>
public sealed class ConnectionTests
{
    [Test]
    public async Task Connections_WhenTheirLifetimeIsOver_AreMadeAnew()
    {
        using var first = new ScriptedHandler().ResponseTheRest(_ => ScriptedHandler.Json(200, """{"paging":{}}"""));
        using var second = new ScriptedHandler().ResponseTheRest(_ => ScriptedHandler.Json(200, """{"paging":{}}"""));
        var factory = new HandlersInTurn(first, second);
        var collection = new ServiceCollection();
        collection.AddAmity(options => (options.BaseAddress, options.Token) = (new Uri("http://127.0.0.1:1/"), "token"));
        collection.AddSingleton<IHttpMessageHandlerFactory>(factory);
        await using var services = collection.BuildServiceProvider();
        var rooms = services.GetRequiredService<RoomsClient>();

        await rooms.ListRoomsAsync().GetPageAsync();
        factory.LifetimeIsOver();
        await rooms.ListRoomsAsync().GetPageAsync();

        first.Requests.Should().HaveCount(1);
        second.Requests.Should().HaveCount(1);
    }

    [Test]
    public async Task Connections_WithAFurtherHandler_GoThroughIt()
    {
        await using var sandbox = await AmitySandbox.StartAsync();
        var collection = new ServiceCollection();
        var seen = 0;
        collection.AddAmity(options => (options.BaseAddress, options.Token) = (sandbox.Address, sandbox.AdminToken))
            .AddHttpMessageHandler(() => new Seeing(() => seen++));
        await using var services = collection.BuildServiceProvider();

        await services.GetRequiredService<RoomsClient>().ListRoomsAsync().GetPageAsync();

        seen.Should().Be(1);
    }

    // Such defaults repeat requests, too: creates that may have been acted on, outside of the rate limit.
    [Test]
    public async Task Connections_WithDefaultsForEveryClientOfTheApplication_DoNotTakeThem([Values] bool before)
    {
        await using var sandbox = await AmitySandbox.StartAsync();
        var collection = new ServiceCollection();
        var seen = 0;
        var add = () => { collection.ConfigureHttpClientDefaults(clients => clients.AddHttpMessageHandler(() => new Seeing(() => seen++))); };
        if (before)
        {
            add();
        }

        collection.AddAmity(options => (options.BaseAddress, options.Token) = (sandbox.Address, sandbox.AdminToken));
        if (!before)
        {
            add();
        }

        await using var services = collection.BuildServiceProvider();

        await services.GetRequiredService<RoomsClient>().ListRoomsAsync().GetPageAsync();

        seen.Should().Be(0);
    }

    [Test]
    public async Task Connections_RespondedByARedirect_DoNotFollowIt()
    {
        await using var sandbox = await AmitySandbox.StartAsync();
        await using var elsewhere = await AmitySandbox.StartAsync();
        sandbox.Faults.RedirectAddress = elsewhere.Address;
        sandbox.Faults.Next(SandboxFault.Redirect307);
        var collection = new ServiceCollection();
        collection.AddAmity(options => (options.BaseAddress, options.Token) = (sandbox.Address, sandbox.AdminToken));
        await using var services = collection.BuildServiceProvider();

        var call = () => services.GetRequiredService<RoomsClient>().ListRoomsAsync().GetPageAsync();

        (await call.Should().ThrowAsync<AmityApiException>()).Which.StatusCode.Should().Be(307);
        elsewhere.RequestCount.Should().Be(0);
    }

    [Test]
    public async Task Connections_ThatFollowRedirectsOnlyLater_AreRejectedBeforeTheRequest([Values] LateRedirects late)
    {
        await using var sandbox = await AmitySandbox.StartAsync();
        var (primary, change) = Late(late);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddAmity(options => (options.BaseAddress, options.AdminToken) = (sandbox.Address, sandbox.AdminToken))
            .ConfigurePrimaryHttpMessageHandler(() => primary);
        using var host = builder.Build();
        await host.StartAsync();
        var rooms = host.Services.GetRequiredService<RoomsClient>();

        change();
        var call = () => rooms.ListRoomsAsync().GetPageAsync();

        await call.Should().ThrowAsync<InvalidOperationException>().WithMessage("The primary handler * follows redirects, *");
        sandbox.RequestCount.Should().Be(0);
    }

    [Test]
    public async Task Connections_ThatFollowRedirectsAfterTheFirstRequest_AreRejectedBeforeTheNext()
    {
        await using var sandbox = await AmitySandbox.StartAsync();
        var primary = new Deferring();
        var collection = new ServiceCollection();
        collection.AddAmity(options => (options.BaseAddress, options.AdminToken) = (sandbox.Address, sandbox.AdminToken))
            .ConfigurePrimaryHttpMessageHandler(() => primary);
        await using var services = collection.BuildServiceProvider();
        var rooms = services.GetRequiredService<RoomsClient>();
        await rooms.ListRoomsAsync().GetPageAsync();

        var call = () => rooms.ListRoomsAsync().GetPageAsync();

        await call.Should().ThrowAsync<InvalidOperationException>().WithMessage("The primary handler * follows redirects, *");
        sandbox.RequestCount.Should().Be(1);
    }

    private static (HttpMessageHandler Primary, Action Change) Late(LateRedirects late)
    {
        var sockets = new SocketsHttpHandler { AllowAutoRedirect = false };
        var client = new HttpClientHandler { AllowAutoRedirect = false };
        var own = new Seeing(() => { });
        return late switch
        {
            LateRedirects.OfSockets => (sockets, () => sockets.AllowAutoRedirect = true),
            LateRedirects.OfAnHttpClientHandler => (client, () => client.AllowAutoRedirect = true),
            LateRedirects.InsideAnOwnHandler => (new Seeing(() => { }) { InnerHandler = sockets }, () => sockets.AllowAutoRedirect = true),
            LateRedirects.OfAnInnerHandlerSetLater => (own, () => own.InnerHandler = new HttpClientHandler()),
            _ => throw new ArgumentOutOfRangeException(nameof(late)),
        };
    }

    public enum LateRedirects
    {
        OfSockets,
        OfAnHttpClientHandler,
        InsideAnOwnHandler,
        OfAnInnerHandlerSetLater,
    }

    /// <summary>Gets its inner handler only when the first request comes.</summary>
    private sealed class Deferring : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            InnerHandler ??= new HttpClientHandler();
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class HandlersInTurn(params HttpMessageHandler[] handlers) : IHttpMessageHandlerFactory
    {
        private int _current;

        public void LifetimeIsOver() => _current++;

        public HttpMessageHandler CreateHandler(string name) => handlers[_current];
    }

    private sealed class Seeing(Action see) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            see();
            return base.SendAsync(request, cancellationToken);
        }
    }
}
