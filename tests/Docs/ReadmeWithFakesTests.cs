using System.Globalization;
using NSubstitute;

namespace Amity.Tests.Docs;

/// <summary>The first code of the README, tested without a server: a substitute for the client, and fakes of what it returns.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[SetCulture("")]
public sealed class ReadmeWithFakesTests : IDisposable
{
    private readonly AmityClient _client = Substitute.For<AmityClient>();
    private readonly RoomsClient _rooms = Substitute.For<RoomsClient>();

    public ReadmeWithFakesTests()
    {
        _client.Rooms.Returns(_rooms);
        _rooms.ListViewerBansAsync("room").Returns(AmityFakes.Pages<ViewerBan>([]));
        _rooms.BulkBanViewersAsync("room", Arg.Any<IEnumerable<string>>()).Returns(new BulkResult([]));
    }

    // In the place of System.Console, so that the code below is the README's to the letter.
    private StringWriter Console { get; } = new(CultureInfo.InvariantCulture);

    private string[] Lines => Console.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public void Dispose()
    {
        _client.Dispose();
        Console.Dispose();
    }

    [Test]
    public async Task Moderation_BansOnSeveralPages_ListsThemAll()
    {
        var staff = new User { UserId = "staff", DisplayName = "Stella" };
        _rooms.ListViewerBansAsync("room").Returns(AmityFakes.Pages<ViewerBan>(
            [
                new() { UserId = "ann", User = new() { UserId = "ann", DisplayName = "Ann" }, BannedBy = staff, CreatedAt = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero) },
                new() { UserId = "ben" },
            ],
            pageSize: 1));

        await ModerateAsync(_client, "room", []);

        Lines.Should().Equal("Stella banned Ann on 01/02/2026", "banned  on");
    }

    [Test]
    public async Task Moderation_SomebodyRejected_SaysWhyAndFails()
    {
        var rejection = AmityFakes.ApiException("banViewers", 403, AmityErrorCode.UsersCannotBeBanned, "Cannot ban a moderator");
        _rooms.BulkBanViewersAsync("room", Arg.Any<IEnumerable<string>>()).Returns(
            new BulkResult([new("ann", BulkOutcome.Done), new("staff", BulkOutcome.Rejected) { Error = rejection }]));

        var act = () => ModerateAsync(_client, "room", ["ann", "staff"]);

        (await act.Should().ThrowAsync<BulkIncompleteException>()).Which.Result.WithOutcome(BulkOutcome.Done).Should().ContainSingle();
        Lines.Single().Should().StartWith("staff: banViewers failed: Cannot ban a moderator (HTTP 403");
    }

    [Test]
    public async Task Moderation_RateLimited_LetsTheExceptionPass()
    {
        var rejection = AmityFakes.ApiException("listViewerBans", 429, retryAfter: TimeSpan.FromSeconds(5));
        _rooms.ListViewerBansAsync("room").Returns(AmityFakes.Pages<ViewerBan>([new() { UserId = "ann" }], error: rejection));

        var act = () => ModerateAsync(_client, "room", []);

        var exception = (await act.Should().ThrowAsync<AmityRateLimitException>()).Which;
        (exception.RetryAfter, exception.ContinuationToken).Should().Be((TimeSpan.FromSeconds(5), "1"));
    }

    [Test]
    public void Moderation_IsTheReadmesFirstCode() =>
        CodeBlocks.OfPage("README.md").First().Should().EndWith(CodeBlocks.OfSource("ReadmeWithFakesTests.cs").Single());

    private async Task ModerateAsync(AmityClient client, string roomId, string[] userIds)
    {
        #region Moderate
        await foreach (var ban in client.Rooms.ListViewerBansAsync(roomId))
        {
            Console.WriteLine($"{ban.BannedBy?.DisplayName} banned {ban.User?.DisplayName} on {ban.CreatedAt:d}");
        }

        var result = await client.Rooms.BulkBanViewersAsync(roomId, userIds);
        foreach (var rejected in result.WithOutcome(BulkOutcome.Rejected))
        {
            Console.WriteLine($"{rejected.Id}: {rejected.Reason?.Message}");
        }

        result.ThrowIfIncomplete();
        #endregion
    }
}
