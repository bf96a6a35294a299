using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Amity.Tests.Docs.Snippets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Amity.Tests.Docs;

/// <summary>The code of docs/ does what its page says, on the sandbox.</summary>
public sealed class SnippetTests
{
    private AmitySandbox _sandbox = null!;
    private AmityClient _client = null!;
    private SandboxRoom _room = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _sandbox = await AmitySandbox.StartAsync();
        _room = _sandbox.AddRoom(room => (room.Title, room.Status) = ("Rehearsal", "live"));
        _client = new AmityClient(_sandbox.Address, AmityCredential.Bearer(_sandbox.AdminToken));
    }

    [TearDown]
    public async Task StopAsync()
    {
        _client.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Test]
    public async Task SandboxReadme_EveryBlock_Runs()
    {
        using var rsa = RSA.Create();
        using var loggers = new LoggerFactory();
        var exchanges = new ConcurrentQueue<SandboxExchange>();

        (await SandboxReadmeSnippets.AFirstRequestAsync()).Should().Contain("troll-2");
        await SandboxReadmeSnippets.ASetUpAsync(TimeProvider.System, rsa, exchanges, loggers);
        SandboxReadmeSnippets.Documents(_sandbox).Should().BeTrue();
        SandboxReadmeSnippets.Scripts(_sandbox);
        (await _client.Rooms.UpdateRoomAsync("kitchen", new UpdateRoomRequest { Title = "Saturday cooking" })).Title.Should().Be("Saturday cooking");
        (await _client.Rooms.ListRoomsAsync().GetPageAsync()).Items.Should().BeEmpty();
        var ban = () => _client.Rooms.BanViewersAsync("kitchen", new ViewerIdsRequest { UserIds = ["troll"] });
        (await ban.Should().ThrowAsync<AmityApiException>()).Which.StatusCode.Should().Be(403);
        SandboxReadmeSnippets.Drift(_sandbox);
        (await SandboxReadmeSnippets.FaultsAsync(_sandbox, _sandbox.AddToken("mia"))).Should().BeFalse();
    }

    [Test]
    public async Task Application_WithACredentialFromAServiceAndTelemetry_Starts()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddSingleton<GettingStartedSnippets.ITokens>(new Tokens(_sandbox.AdminToken));
        GettingStartedSnippets.CredentialFromAService(builder.Services);
        TelemetrySnippets.Subscribe(builder);
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(_ => Task.CompletedTask);

        await app.StartAsync();

        app.Services.GetRequiredKeyedService<RoomsClient>("sg").Should().NotBeNull();
    }

    [Test]
    public async Task Application_WithTheShownSettings_IsPointedAtTheSandboxByItsTest()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(RepoFiles.Root, "docs", "getting-started.md"));
        var settings = page.Split("```json\n")[1].Split("```")[0].Replace("from the secret store", "token-of-the-service");
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(settings)));
        GettingStartedSnippets.Registration(builder);
        TestingWithTheSandboxSnippets.AnApplication(builder, _sandbox);
        using var host = builder.Build();

        await host.StartAsync();
        await host.Services.GetRequiredService<RoomsClient>().ListRoomsAsync().GetPageAsync();

        _sandbox.RequestCount.Should().Be(1);
    }

    [Test]
    public async Task Connections_WithAHeaderAndAHandler_SendBoth()
    {
        await using var server = RawServer.Responding(RawServer.Ok("""{"paging":{}}"""));
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Amity:BaseAddress"] = server.Address.ToString(),
            ["Amity:Token"] = "token",
        });
        GettingStartedSnippets.Connections(builder.Services, builder.Configuration.GetSection("Amity"));
        using var host = builder.Build();

        await host.Services.GetRequiredKeyedService<RoomsClient>("tenant").ListRoomsAsync().GetPageAsync();

        server.Heads.Single().Should().Contain("X-Tenant: kitchen").And.Contain("X-Audit: yes");
    }

    [Test]
    public async Task SeveralNetworks_InOneApplication_HaveTheirRoute()
    {
        var builder = WebApplication.CreateBuilder();
        foreach (var section in new[] { "Amity:Eu", "Amity:Us" })
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                [$"{section}:BaseAddress"] = _sandbox.Address.ToString(),
                [$"{section}:Token"] = _sandbox.AdminToken,
            });
        }

        await using var routes = WebApplication.CreateBuilder().Build();
        GettingStartedSnippets.SeveralNetworks(builder, routes);
        await using var app = builder.Build();

        await app.Services.GetRequiredKeyedService<RoomsClient>("us").DeleteRoomAsync(_room.RoomId);

        _sandbox.FindRoom(_room.RoomId)!.IsDeleted.Should().BeTrue();
    }

    [Test]
    public async Task RenewedToken_OnTheSandbox_IsAskedFor()
    {
        var credential = GettingStartedSnippets.RenewedToken(new Tokens(_sandbox.AdminToken));
        using var client = _client.WithCredential(credential);

        await client.Rooms.ListRoomsAsync().GetPageAsync();

        _sandbox.RequestCount.Should().Be(1);
    }

    [Test]
    public async Task TokensForUsers_OnASandboxInSecureMode_OpenSessionsThatAnAdministratorEnds()
    {
        var operations = new ConcurrentQueue<string>();
        await using var sandbox = await AmitySandbox.StartAsync(
            new AmitySandboxOptions { RequireAuthTokens = true, Observer = exchange => operations.Enqueue($"{exchange.OperationId} {exchange.Status}") });
        using var backend = new AmityClient(
            sandbox.Address, AmityCredential.None, new AmityClientOptions { ServerKey = sandbox.ServerKey, ApiKey = sandbox.ApiKey });
        using var user = GettingStartedSnippets.User(backend, "ann", "backend/ann");

        await user.Rooms.ListRoomsAsync().GetPageAsync();
        await GettingStartedSnippets.EndSessionsAsync(backend, sandbox.AdminToken, "ann");
        await user.Sessions.CheckSessionAsync();

        operations.Should().Equal(
            "createAuthToken 200", "createSession 200", "listRooms 200", "deleteUserSessions 200",
            "checkSession 401", "createAuthToken 200", "createSession 200", "checkSession 200");
        GettingStartedSnippets.Keys(sandbox.ServerKey, sandbox.ApiKey).Should().Equal(sandbox.ServerKey, sandbox.ApiKey);
    }

    [Test]
    public async Task Clients_OfFakes_GiveTheirRooms()
    {
        var client = TestingWithFakesSnippets.Clients();
        TestingWithFakesSnippets.AnyArguments(client.Rooms);

        (await client.Rooms.GetRoomAsync("room-1")).Title.Should().Be("Rehearsal");
        (await client.Rooms.ListRoomsAsync(new() { PageSize = 1 }).GetPageAsync()).Items.Single().RoomId.Should().Be("room-1");
        (await TestingWithFakesSnippets.WithoutALibrary().GetRoomAsync("room-2")).RoomId.Should().Be("room-2");
    }

    [Test]
    public async Task Fakes_AreWhatTheyWereMadeOf()
    {
        var (bans, result) = TestingWithFakesSnippets.Results();
        var ban = TestingWithFakesSnippets.Included();

        var users = new List<string>();
        await foreach (var each in bans)
        {
            users.Add(each.UserId);
        }

        users.Should().Equal("ann", "ben");
        result.WithOutcome(BulkOutcome.Rejected).Single().Reason!.Category.Should().Be(AmityErrorCategory.UsersRejected);
        (ban.User!.DisplayName, ban.BannedBy!.DisplayName).Should().Be(("Ann", "Stella"));
        await TestingWithFakesSnippets.AWholeTestAsync();
    }

    [Test]
    public async Task Options_AndIncludedEntities_AreRead()
    {
        var rooms = await GettingStartedSnippets.OptionsAsync(_client);
        var response = await GettingStartedSnippets.IncludedAsync(_client, _room.RoomId);
        var room = await GettingStartedSnippets.OtherSettingsAsync(_client, _room.RoomId);

        rooms.Should().ContainSingle().Which.RoomId.Should().Be(_room.RoomId);
        response.Users.Should().ContainSingle();
        room.Title.Should().Be("Rehearsal");
    }

    [Test]
    public void RateLimits_AsShown_BelongToTheirCredential()
    {
        using var part = GettingStartedSnippets.SeveralInstances("token").RateLimit;
        using var other = ReliabilitySnippets.AnotherRateLimiter("token").RateLimit;

        (part.GetStatistics()!.CurrentAvailablePermits, other.GetStatistics()!.CurrentAvailablePermits).Should().Be((33, 50));
    }

    [Test]
    public async Task RawRequests_AsShown_AreSentOnceEach()
    {
        await using var server = RawServer.Responding(RawServer.Ok("""{"users":[{"userId":"a/b"}]}"""));
        using var client = new AmityClient(server.Address, AmityCredential.Bearer("token"));

        var user = await RawRequestsSnippets.ReadAsync(client, "a/b");
        await RawRequestsSnippets.WriteAsync(client, "a/b", CancellationToken.None);
        await RawRequestsSnippets.OnceAsync(client, "a/b", CancellationToken.None);

        user.GetProperty("userId").GetString().Should().Be("a/b");
        server.RequestLines.Should().Equal(
            "GET /api/v3/users/a%2Fb?limit=10 HTTP/1.1", "POST /api/v3/users HTTP/1.1", "DELETE /api/v3/users/a%2Fb HTTP/1.1");
    }

    [Test]
    public async Task Room_StoredOrCached_IsTheSame()
    {
        var services = new ServiceCollection();
        services.AddHybridCache();
        await using var provider = services.BuildServiceProvider();
        var cache = provider.GetRequiredService<HybridCache>();

        var room = await SerializationSnippets.CachedAsync(cache, _client, _room.RoomId);
        var cached = await SerializationSnippets.CachedAsync(cache, _client, _room.RoomId);

        _sandbox.RequestCount.Should().Be(1);
        cached.Creator!.UserId.Should().Be(room.Creator!.UserId);
        SerializationSnippets.Stored(room)!.RoomId.Should().Be(_room.RoomId);
    }

    [Test]
    public async Task Endpoints_AsShown_ReturnRoomsAndBulkResults()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddSingleton(_client.Rooms);
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        SerializationSnippets.MinimalApi(app);
        BulkSnippets.Endpoint(app);
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var updated = await http.PutAsJsonAsync($"/rooms/{_room.RoomId}", new UpdateRoomRequest { Title = "Premiere" });
        var room = await http.GetFromJsonAsync<Room>($"/rooms/{_room.RoomId}");
        var rooms = await http.GetFromJsonAsync<Room[]>("/rooms?status=live");
        using var banned = await http.PostAsJsonAsync($"/rooms/{_room.RoomId}/bans", new[] { "ann" });
        var result = await banned.Content.ReadFromJsonAsync<BulkResult>();

        updated.IsSuccessStatusCode.Should().BeTrue();
        room!.Title.Should().Be("Premiere");
        rooms.Should().ContainSingle();
        result!.ThrowIfIncomplete().Items.Single().Id.Should().Be("ann");
    }

    [Test]
    public async Task Items_OfLiveRooms_AreEnumerated()
    {
        await PagingSnippets.ItemsAsync(_client, CancellationToken.None);

        _sandbox.RequestCount.Should().Be(1);
    }

    [Test]
    public async Task Pages_WithTheirTokens_AreKept()
    {
        _sandbox.AddViewerBans(_room.RoomId, Enumerable.Range(0, 30).Select(i => $"viewer-{i}"));
        var kept = new List<(int Count, bool More)>();

        await PagingSnippets.PagesAsync(_client, _room.RoomId, null, (bans, token) =>
        {
            kept.Add((bans.Count, token is not null));
            return Task.CompletedTask;
        });

        kept.Should().Equal((20, true), (10, false));
    }

    [Test]
    public async Task Resume_AfterAFailure_MissesNobody()
    {
        _sandbox.AddViewerBans(_room.RoomId, Enumerable.Range(0, 30).Select(i => $"viewer-{i}"));
        _sandbox.Faults.Next(SandboxFault.Redirect307, "listViewerBans");
        var bans = new List<ViewerBan>();

        await PagingSnippets.ResumeAsync(_client, _room.RoomId, bans);

        bans.Should().HaveCount(30);
    }

    [Test]
    public async Task Bulk_WithOneWhoCannotBeBanned_BansTheOthers()
    {
        _sandbox.AddUser("staff", displayName: "Stella", canBeBanned: false);

        var ban = () => BulkSnippets.BanAsync(_client, _room.RoomId, ["ann", "staff"]);

        var incomplete = (await ban.Should().ThrowAsync<BulkIncompleteException>()).Which;
        var result = await BulkSnippets.GoOnAsync(_client, _room.RoomId, incomplete.Result);

        result.WithOutcome(BulkOutcome.Rejected).Should().ContainSingle();
        _sandbox.BannedViewers(_room.RoomId).Should().Equal("ann");
    }

    [Test]
    public async Task Bulk_StreamedFromAFile_KeepsWhatRemainsOfACutOffRun()
    {
        string[] users = [.. Enumerable.Range(1, 250).Select(number => $"viewer-{number}")];
        var path = Path.GetTempFileName();
        await File.WriteAllLinesAsync(path, [.. users, users[0]]);
        _sandbox.Faults.Always(SandboxFault.UnauthorizedUntilRefreshed, "banViewers");
        var remaining = await BulkSnippets.StreamAsync(_client, _room.RoomId, path);
        _sandbox.Faults.Clear();
        var remainingAfterwards = await BulkSnippets.StreamAsync(_client, _room.RoomId, path);
        File.Delete(path);

        remaining.Should().Equal(users);
        remainingAfterwards.Should().BeEmpty();
        _sandbox.BannedViewers(_room.RoomId).Should().HaveCount(250);
    }

    [Test]
    public async Task Bulk_StreamedUntilTheFirstRejected_ReportsEveryIdThatWasRead()
    {
        _sandbox.AddUser("staff", displayName: "Stella", canBeBanned: false);
        var progress = new Reports();

        await BulkSnippets.StopAtTheFirstRejectedAsync(_client, _room.RoomId, new[] { "ann", "staff", "ben", "ann" }.ToAsyncEnumerable(), progress);

        progress.Items.Select(item => (item.Id, item.Outcome)).Should().BeEquivalentTo(
            [("ann", BulkOutcome.Done), ("staff", BulkOutcome.Rejected), ("ben", BulkOutcome.Done)]);
    }

    [Test]
    public async Task Bulk_Cancelled_IsCaught()
    {
        await BulkSnippets.CancelAsync(_client, _room.RoomId, ["ann"], new CancellationToken(canceled: true));

        _sandbox.RequestCount.Should().Be(0);
    }

    [Test]
    public async Task Catch_EachOutcome_IsReported()
    {
        (await ErrorsAndRetriesSnippets.CatchAsync(_client, _room.RoomId)).Should().Be("stopped");
        (await ErrorsAndRetriesSnippets.CatchAsync(_client, "nowhere")).Should().Be("there is no such room");
    }

    [Test]
    public async Task Create_WhoseResponseIsLost_FindsTheRoom()
    {
        _sandbox.Faults.Next(SandboxFault.ResetAfterHandler, "createRoom");

        var room = await ErrorsAndRetriesSnippets.MayHaveSucceededAsync(_client, new() { Title = "Premiere" });

        _sandbox.FindRoom(room.RoomId!)!.Title.Should().Be("Premiere");
    }

    [Test]
    public async Task Sandbox_TestAndFault_RunAsShown()
    {
        await TestingWithTheSandboxSnippets.ATestAsync();
        await TestingWithTheSandboxSnippets.AFaultAsync(_sandbox, _client, _room.RoomId);

        _sandbox.BannedViewers(_room.RoomId).Should().Equal("ann");
    }

    [Test]
    public async Task WatchTime_Reported_HasASignatureThatFits()
    {
        using var key = RSA.Create(2048);
        await using var sandbox = await AmitySandbox.StartAsync(new AmitySandboxOptions { WatchTimeKey = key });
        using var client = new AmityClient(sandbox.Address, AmityCredential.Bearer(sandbox.AdminToken));
        var room = sandbox.AddRoom();

        var report = () => WatchTimeSnippets.ReportAsync(
            client, key.ExportRSAPrivateKeyPem(), room.RoomId, "1", DateTimeOffset.UtcNow.AddMinutes(-5), CancellationToken.None);

        await report.Should().NotThrowAsync();
    }

    [Test]
    public void Options_AsShown_AreAccepted()
    {
        using var client = ErrorsAndRetriesSnippets.Options("token");

        client.Rooms.Should().NotBeNull();
    }

    private sealed class Reports : IProgress<BulkItem>
    {
        public List<BulkItem> Items { get; } = [];

        public void Report(BulkItem value) => Items.Add(value);
    }

    private sealed class Tokens(string token) : GettingStartedSnippets.ITokens
    {
        public Task<(string Value, DateTimeOffset ExpiresAt)> IssueAsync(CancellationToken cancellationToken) =>
            Task.FromResult((token, DateTimeOffset.UtcNow.AddHours(1)));
    }
}
