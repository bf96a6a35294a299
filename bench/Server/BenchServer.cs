using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Amity.Bench.Server;

/// <summary>
/// The service as far as the measures need it, alone in its process: a page of bans for a GET, <c>{"success":true}</c> for anything else.
/// Whoever calls below <c>/after/50/</c> waits 50 ms for each response, the simulated round trip.
/// </summary>
internal static class BenchServer
{
    internal const string DelayPath = "/after/";

    private static readonly byte[] Done = """{"success":true}"""u8.ToArray();

    // The one-page rows ask for the same page again and again; computing it each time would only dilute what they compare.
    private static readonly ConcurrentDictionary<int, byte[]> FirstPages = new();
    private static readonly ConcurrentBag<PageBuffer> Buffers = [];

    /// <summary>Serves until the parent closes standard input, which it does by ending in whatever way; writes the address to standard output.</summary>
    internal static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var app = builder.Build();
        app.Run(RespondAsync);
        await app.StartAsync();
        Console.Out.WriteLine(app.Urls.Single());
        while (await Console.In.ReadLineAsync() is not null)
        {
        }

        return 0;
    }

    private static async Task RespondAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (path.StartsWith(DelayPath, StringComparison.Ordinal))
        {
            var end = path.IndexOf('/', DelayPath.Length);
            await Task.Delay(int.Parse(path.AsSpan(DelayPath.Length, end - DelayPath.Length), CultureInfo.InvariantCulture));
            path = path[end..];
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await RespondWithPageAsync(context, path);
            return;
        }

        // What a client sends must be read, or the connection is closed.
        await context.Request.Body.CopyToAsync(Stream.Null);
        context.Response.ContentLength = Done.Length;
        await context.Response.Body.WriteAsync(Done);
    }

    private static async Task RespondWithPageAsync(HttpContext context, string path)
    {
        const string Start = "/api/v1/rooms/";
        var pages = BanPageSource.PagesOf(path.AsSpan(Start.Length, path.IndexOf('/', Start.Length) - Start.Length));
        var page = BanPageSource.PageOf(context.Request.Query["token"]);
        if (page == 0)
        {
            await SendAsync(context, FirstPages.GetOrAdd(pages, static pages => BanPageSource.Page(0, pages)));
            return;
        }

        var buffer = Buffers.TryTake(out var used) ? used : new PageBuffer();
        buffer.Clear();
        BanPageSource.Write(buffer, page, pages);
        await SendAsync(context, buffer.Written);
        Buffers.Add(buffer);
    }

    private static Task SendAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body).AsTask();
    }
}
