using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Amity.Tests.Hosting.DependencyInjection;

/// <summary>Clients of several networks in one application, each with its own address, credential and settings.</summary>
public sealed class SeveralNetworksTests
{
    [Test]
    public async Task Networks_CalledAtOnce_EachSeeTheirOwnCredentialOnly()
    {
        await using var east = await AmitySandbox.StartAsync();
        await using var west = await AmitySandbox.StartAsync();
        var eastRoom = east.AddRoom(room => room.RoomId = "room-east");
        var westRoom = west.AddRoom(room => room.RoomId = "room-west");
        await using var services = new ServiceCollection()
            .Network("east", east.Address, east.AdminToken)
            .Network("west", west.Address, west.AdminToken)
            .BuildServiceProvider();

        // A sandbox knows its own token only: one that strays ends as 401, a call that strays as 404.
        await Parallel.ForEachAsync(Enumerable.Range(0, 100), async (i, cancellationToken) =>
        {
            var (name, room) = i % 2 == 0 ? ("east", eastRoom) : ("west", westRoom);
            var response = await services.GetRequiredKeyedService<RoomsClient>(name).GetRoomAsync(room.RoomId, cancellationToken: cancellationToken);
            response.RoomId.Should().Be(room.RoomId);
        });

        east.RequestCount.Should().Be(50);
        west.RequestCount.Should().Be(50);
    }

    [Test]
    public async Task Networks_OnOneAddress_CallAsTheirOwnUsers()
    {
        await using var sandbox = await AmitySandbox.StartAsync();
        var room = sandbox.AddRoom();
        await using var services = new ServiceCollection()
            .Network("moderator", sandbox.Address, sandbox.AddToken("mia", canModerate: true))
            .Network("viewer", sandbox.Address, sandbox.AddToken("ann"))
            .BuildServiceProvider();
        var request = new ViewerIdsRequest { UserIds = ["troll"] };

        var rejected = () => services.GetRequiredKeyedService<RoomsClient>("viewer").BanViewersAsync(room.RoomId, request);

        (await rejected.Should().ThrowAsync<AmityApiException>()).Which.StatusCode.Should().Be(403);
        await services.GetRequiredKeyedService<RoomsClient>("moderator").BanViewersAsync(room.RoomId, request);
        sandbox.BannedViewers(room.RoomId).Should().Equal("troll");
    }

    [Test]
    public async Task Networks_BesidesTheUnnamedOne_LeaveItAlone()
    {
        await using var main = await AmitySandbox.StartAsync();
        await using var other = await AmitySandbox.StartAsync();
        var collection = new ServiceCollection().Network("other", other.Address, other.AdminToken);
        collection.AddAmity(options => (options.BaseAddress, options.AdminToken) = (main.Address, main.AdminToken));
        await using var services = collection.BuildServiceProvider();

        await services.GetRequiredService<RoomsClient>().ListRoomsAsync().GetPageAsync();
        await services.GetRequiredService<AmityClient>().Rooms.ListRoomsAsync().GetPageAsync();
        await services.GetRequiredKeyedService<AmityClient>("other").Rooms.ListRoomsAsync().GetPageAsync();

        main.RequestCount.Should().Be(2);
        other.RequestCount.Should().Be(1);
    }

    [Test]
    public async Task RateLimit_OfTheNetwork_IsItsCredentials([Values] bool isAdmin)
    {
        var clock = new FakeTimeProvider();
        await using var server = RawServer.Responding(RawServer.Ok("""{"paging":{}}"""));
        var collection = new ServiceCollection();
        collection.AddAmity(options =>
        {
            (options.BaseAddress, options.Token, options.AdminToken) = (server.Address, isAdmin ? null : "token", isAdmin ? "token" : null);
            options.RateLimit = new AmityRateLimitOptions { Requests = 1, Window = TimeSpan.FromSeconds(7) };
            options.Client.TimeProvider = clock;
        });
        await using var services = collection.BuildServiceProvider();
        var client = services.GetRequiredService<AmityClient>();
        await client.Rooms.ListRoomsAsync().GetPageAsync();

        var second = client.Rooms.ListRoomsAsync().GetPageAsync();
        clock.Advance(TimeSpan.FromSeconds(6.9));
        server.Requests.Should().Be(1);
        clock.Advance(TimeSpan.FromSeconds(0.1));
        await second;

        server.Requests.Should().Be(2);
    }

    [TestCase("network", null, "network")]
    [TestCase("", "client", "client")]
    [TestCase(null, null, null)]
    public async Task Keys_OfTheNetwork_AreTheClients(string? networks, string? clients, string? used)
    {
        var collection = new ServiceCollection();
        collection.AddAmity(options =>
        {
            (options.Region, options.Token, options.ApiKey, options.ServerKey) = ("eu", "token", networks, networks);
            (options.Client.ApiKey, options.Client.ServerKey) = (clients, clients);
        });
        await using var services = collection.BuildServiceProvider();
        (string?, string?) seen = default;

        services.GetRequiredService<AmityClient>().With(options => seen = (options.ApiKey, options.ServerKey)).Dispose();

        seen.Should().Be((used, used));
    }

    [Test]
    public async Task Client_AskedForTwice_IsOneWithItsRooms()
    {
        await using var services = new ServiceCollection().Network("eu", new Uri("http://127.0.0.1:1/"), "token").BuildServiceProvider();

        var client = services.GetRequiredKeyedService<AmityClient>("eu");

        services.GetRequiredKeyedService<AmityClient>("eu").Should().BeSameAs(client);
        services.GetRequiredKeyedService<RoomsClient>("eu").Should().BeSameAs(client.Rooms);
        services.GetService<AmityClient>().Should().BeNull("nobody asked for a client without a name");
    }

    [Test]
    public async Task Credential_ThatNeedsAService_IsSetByTheOptionsOfThatName()
    {
        await using var sandbox = await AmitySandbox.StartAsync();
        var collection = new ServiceCollection().AddSingleton(new TokenStore(sandbox.AdminToken));
        collection.AddAmity("eu", options => options.BaseAddress = sandbox.Address);
        collection.AddOptions<AmityNetworkOptions>("eu").Configure<TokenStore>((options, store) =>
            options.Credential = AmityCredential.FromProvider(_ => Task.FromResult(new AmityToken(store.Token))));
        await using var services = collection.BuildServiceProvider();

        var rooms = await services.GetRequiredKeyedService<RoomsClient>("eu").ListRoomsAsync().GetPageAsync();

        rooms.Items.Should().BeEmpty();
    }

    private sealed record TokenStore(string Token);
}
