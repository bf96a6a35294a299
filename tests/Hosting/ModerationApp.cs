using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Amity.Tests.Hosting;

/// <summary>The kind of application that this is for: a small ASP.NET service that moderates rooms, with what a test replaces in it.</summary>
internal sealed class ModerationApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ModerationApp(WebApplication app)
    {
        _app = app;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Http { get; }

    public static async Task<ModerationApp> StartAsync(Dictionary<string, string?> settings, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddAmity(builder.Configuration.GetSection("Amity"));
        replace?.Invoke(builder.Services);

        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/rooms/{roomId}/bans", BanAsync);
        app.MapGet("/rooms/{roomId}/bans", CountAsync);
        await app.StartAsync();
        return new ModerationApp(app);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static async Task<IResult> BanAsync(string roomId, string[] userIds, RoomsClient rooms)
    {
        try
        {
            return Results.Ok(await rooms.BulkBanViewersAsync(roomId, userIds));
        }
        catch (AmityApiException rejection) when (rejection.Category == AmityErrorCategory.NotFound)
        {
            return Results.NotFound();
        }
    }

    private static async Task<int> CountAsync(string roomId, RoomsClient rooms)
    {
        var count = 0;
        await foreach (var _ in rooms.ListViewerBansAsync(roomId))
        {
            count++;
        }

        return count;
    }
}
