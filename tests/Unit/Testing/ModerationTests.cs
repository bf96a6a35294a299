using NSubstitute;

namespace Amity.Tests.Unit.Testing;

/// <summary>The first code of the README in a class of the caller's, tested without a server: a substitute for the client, and fakes.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ModerationTests : IDisposable
{
    private readonly IRoomsClient _rooms = Substitute.For<IRoomsClient>();
    private readonly StringWriter _output = new();

    public void Dispose() => _output.Dispose();

    [Test]
    public async Task Moderation_BansOnSeveralPages_ListsThemAll()
    {
        _rooms.EnumerateViewerBansAsync("room", pageSize: 100).Returns(AmityFakes.Pages<ViewerBan>(
            [new() { UserPublicId = "ann", CreatedAt = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero) }, new() { UserPublicId = "ben" }], pageSize: 1));
        _rooms.BulkBanViewersAsync("room", Arg.Any<IEnumerable<string>>()).Returns(new BulkResult([]));

        await ModerateAsync([]);

        Lines.Should().Equal("ann since 01/02/2026", "ben since");
    }

    [Test]
    public async Task Moderation_SomebodyRejected_SaysWhyAndFails()
    {
        var rejection = AmityFakes.ApiException("banViewers", 403, AmityErrorCode.UsersCannotBeBanned, "Cannot ban a moderator");
        _rooms.EnumerateViewerBansAsync("room", pageSize: 100).Returns(AmityFakes.Pages<ViewerBan>([]));
        _rooms.BulkBanViewersAsync("room", Arg.Any<IEnumerable<string>>()).Returns(
            new BulkResult([new("ann", BulkOutcome.Done), new("staff", BulkOutcome.Rejected) { Error = rejection }]));

        var act = () => ModerateAsync(["ann", "staff"]);

        (await act.Should().ThrowAsync<BulkIncompleteException>()).Which.Result.WithOutcome(BulkOutcome.Done).Should().ContainSingle();
        Lines.Single().Should().StartWith("staff: banViewers failed: Cannot ban a moderator (HTTP 403");
    }

    [Test]
    public async Task Moderation_RateLimited_LetsTheExceptionPass()
    {
        var rejection = AmityFakes.ApiException("listViewerBans", 429, retryAfter: TimeSpan.FromSeconds(5));
        _rooms.EnumerateViewerBansAsync("room", pageSize: 100).Returns(AmityFakes.Pages<ViewerBan>([new() { UserPublicId = "ann" }], error: rejection));

        var act = () => ModerateAsync([]);

        var exception = (await act.Should().ThrowAsync<AmityRateLimitException>()).Which;
        (exception.RetryAfter, exception.ContinuationToken).Should().Be((TimeSpan.FromSeconds(5), "1"));
    }

    private string[] Lines => _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private async Task ModerateAsync(string[] userIds)
    {
        await foreach (var ban in _rooms.EnumerateViewerBansAsync("room", pageSize: 100))
        {
            _output.WriteLine($"{ban.BannedUserId} since {ban.CreatedAt:d}");
        }

        var result = await _rooms.BulkBanViewersAsync("room", userIds);
        foreach (var rejected in result.WithOutcome(BulkOutcome.Rejected))
        {
            _output.WriteLine($"{rejected.Id}: {rejected.Reason?.Message}");
        }

        result.ThrowIfIncomplete();
    }
}
