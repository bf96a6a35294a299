using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Amity.Tests.Shapes;

/// <summary>Kestrel on loopback: keeps every request as it came in, and responds as it was told.</summary>
internal sealed class ShapeServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ReceivedRequest> _received = new();
    private readonly ConcurrentQueue<Reply> _replies = new();

    private ShapeServer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static (KestrelServerOptions kestrel) => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(RespondAsync);
    }

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Every request that came in, in order.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => [.. _received];

    /// <summary>The only request.</summary>
    public ReceivedRequest Request => Requests.Should().ContainSingle().Subject;

    public static async Task<ShapeServer> StartAsync()
    {
        var server = new ShapeServer();
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Responds so, one reply a request; without any more of them, 200 and no body.</summary>
    public void Reply(params Reply[] replies)
    {
        foreach (var reply in replies)
        {
            _replies.Enqueue(reply);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task RespondAsync(HttpContext context)
    {
        var request = await ReceivedRequest.ReadAsync(context);
        _received.Enqueue(request);
        await (_replies.TryDequeue(out var reply) ? reply : Shapes.Reply.Empty(200)).WriteAsync(context, request);
    }
}
