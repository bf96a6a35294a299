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
        cached.Rooms[0].RoomId.Should().Be(roomId);
        cached.Rooms[0].Creator!.DisplayName.Should().Be(read.Rooms[0].Creator!.DisplayName).And.NotBeNull();
        cached.Rooms[0].Children.Should().HaveSameCount(read.Rooms[0].Children).And.NotBeEmpty();
        FreeJson.Of(cached.Rooms[0].Metadata).Should().Be(FreeJson.Of(read.Rooms[0].Metadata));

        async Task<RoomResult> GetAsync() =>
            await cache.GetOrCreateAsync($"room:{roomId}", async cancellation =>
                (RoomResult)(await client.Rooms.GetRoomAsync(roomId, cancellation)).Included!);
    }
}
