using System;
using System.Text.Json;
using System.Threading.RateLimiting;
using System.Threading.Tasks;
using Amity;
using Amity.Rooms;
using Microsoft.Extensions.DependencyInjection;

namespace Library;

/// <summary>Uses what comes along with Amity from other packages: clocks, async streams, rate limiters, services, JSON.</summary>
public static class PackageCheck
{
    public static async Task<string> RunAsync(Uri address, string token)
    {
        TimeProvider clock = TimeProvider.System;
        var rateLimit = new AmityRateLimit(timeProvider: clock);
        var services = new ServiceCollection();
        services.AddAmity(network =>
        {
            network.BaseAddress = address;
            network.Credential = AmityCredential.Bearer(token, rateLimit);
            network.Client.TimeProvider = clock;
        });
        await using var provider = services.BuildServiceProvider();
        var rooms = provider.GetRequiredService<RoomsClient>();

        var bans = 0;
        await foreach (var ban in rooms.ListViewerBansAsync("kitchen", new() { PageSize = 2 }))
        {
            bans++;
        }

        var title = (await rooms.GetRoomAsync("kitchen")).Title;
        return JsonSerializer.Serialize(new { title, bans, requests = Requests(rateLimit) });
    }

    private static long? Requests(RateLimiter limiter) => limiter.GetStatistics()?.TotalSuccessfulLeases;
}
