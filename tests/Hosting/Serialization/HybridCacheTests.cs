using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;

namespace Amity.Tests.Hosting.Serialization;

/// <summary>HybridCache keeps responses as they are: its default serializer is System.Text.Json.</summary>
public sealed class HybridCacheTests
{
    [Test]
    public async Task Response_FromTheCache_HasItsJoinsAgain()
    {
        await using var sandbox = await AmitySandbox.StartAsync();
        var roomId = sandbox.AddDemoRoom().RoomId;
        using var client = new AmityClient(sandbox.Address, AmityCredential.Bearer(sandbox.AdminToken));
        var services = new ServiceCollection();
        services.AddHybridCache();
        await using var provider = services.BuildServiceProvider();
        var cache = provider.GetRequiredService<HybridCache>();

        var read = await GetAsync();
        var cached = await GetAsync();

        sandbox.RequestCount.Should().Be(1);
        cached.Should().NotBeSameAs(read);
        cached.ToString().Should().Be((await GetAsync()).ToString());
        cached.Room.RoomId.Should().Be(roomId);
        cached.Room.Creator!.UserId.Should().Be(read.Room.Creator!.UserId);
        FreeJson.Of(cached.Room.Metadata).Should().Be(FreeJson.Of(read.Room.Metadata));

        async Task<RoomResult> GetAsync() =>
            await cache.GetOrCreateAsync($"room:{roomId}", async cancellation => await client.Rooms.GetRoomAsync(roomId, cancellation));
    }
}
