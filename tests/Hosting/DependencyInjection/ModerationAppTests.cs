using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace Amity.Tests.Hosting.DependencyInjection;

/// <summary>An ASP.NET application in its own tests: with a faked client, and on the sandbox.</summary>
public sealed class ModerationAppTests
{
    private static readonly Dictionary<string, string?> Settings = new() { ["Amity:Region"] = "eu", ["Amity:Token"] = "not-used" };

    [Test]
    public async Task App_WithAFakedClient_SeesWhatTheFakeGives()
    {
        var rejection = AmityFakes.ApiException("banViewers", 403, AmityErrorCode.UsersCannotBeBanned, "Cannot ban a moderator");
        var result = new BulkResult([new("ann", BulkOutcome.Done), new("staff", BulkOutcome.Rejected) { Error = rejection }]);
        var fake = Substitute.For<RoomsClient>();
        fake.BulkBanViewersAsync("room-1", Arg.Any<IEnumerable<string>>(), Arg.Any<BulkOptions?>(), Arg.Any<CancellationToken>()).Returns(result);
        await using var app = await ModerationApp.StartAsync(Settings, services => services.AddSingleton(fake));

        using var response = await app.Http.PostAsJsonAsync("/rooms/room-1/bans", new[] { "ann", "staff" });

        (await response.Content.ReadFromJsonAsync<BulkResult>()).Should()
            .BeEquivalentTo(result, options => options.Excluding(member => member.Name == nameof(BulkItem.Error)));
    }

    [Test]
    public async Task App_WithAFakedList_EnumeratesAllItsPages()
    {
        var fake = Substitute.For<RoomsClient>();
        fake.ListViewerBansAsync("room-1").Returns(AmityFakes.Pages<ViewerBan>([new(), new(), new()], pageSize: 2));
        await using var app = await ModerationApp.StartAsync(Settings, services => services.AddSingleton(fake));

        var count = await app.Http.GetFromJsonAsync<int>("/rooms/room-1/bans");

        count.Should().Be(3);
    }

    [Test]
    public async Task App_WithAFakedRejection_HandlesItAsTheServices()
    {
        var fake = Substitute.For<RoomsClient>();
        fake.BulkBanViewersAsync("room-1", Arg.Any<IEnumerable<string>>(), Arg.Any<BulkOptions?>(), Arg.Any<CancellationToken>())
            .ThrowsAsync(AmityFakes.ApiException("banViewers", 404, AmityErrorCode.NotFound, "Room not found"));
        await using var app = await ModerationApp.StartAsync(Settings, services => services.AddSingleton(fake));

        using var response = await app.Http.PostAsJsonAsync("/rooms/room-1/bans", new[] { "ann" });

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task App_OnTheSandbox_ModeratesIt()
    {
        await using var sandbox = await AmitySandbox.StartAsync();
        var room = sandbox.AddRoom();
        await using var app = await ModerationApp.StartAsync(new()
        {
            ["Amity:BaseAddress"] = sandbox.Address.ToString(),
            ["Amity:AdminToken"] = sandbox.AdminToken,
        });

        using var response = await app.Http.PostAsJsonAsync($"/rooms/{room.RoomId}/bans", new[] { "ann", "ben" });
        var count = await app.Http.GetFromJsonAsync<int>($"/rooms/{room.RoomId}/bans");

        sandbox.BannedViewers(room.RoomId).Should().BeEquivalentTo("ann", "ben");
        count.Should().Be(2);
    }
}
