using NSubstitute;

namespace Amity.Tests.Docs.Snippets;

/// <summary>The code of docs/testing-with-fakes.md; each region is one block.</summary>
internal static class TestingWithFakesSnippets
{
    public static AmityClient Clients()
    {
        #region Clients
        var rooms = Substitute.For<RoomsClient>();
        rooms.GetRoomAsync("room-1").Returns(new Room { RoomId = "room-1", Title = "Rehearsal" });

        var client = Substitute.For<AmityClient>();
        client.Rooms.Returns(rooms);
        #endregion
        return client;
    }

    public static void AnyArguments(RoomsClient rooms)
    {
        #region Any arguments
        rooms.ListRoomsAsync(Arg.Any<ListRoomsOptions>(), Arg.Any<CancellationToken>()).Returns(AmityFakes.Pages<Room>([new() { RoomId = "room-1" }]));
        #endregion
    }

    public static RoomsClient WithoutALibrary() => new OneRoom();

    #region Without a library
    private sealed class OneRoom : RoomsClient
    {
        public override Task<Room> GetRoomAsync(string roomId, CancellationToken cancellationToken = default) =>
            Task.FromResult(new Room { RoomId = roomId, Title = "Rehearsal" });
    }
    #endregion

    public static (AsyncPages<ViewerBan> Bans, BulkResult Result) Results()
    {
        #region Results
        var bans = AmityFakes.Pages<ViewerBan>([new() { UserId = "ann" }, new() { UserId = "ben" }], pageSize: 1);
        var rejection = AmityFakes.ApiException("banViewers", 403, AmityErrorCode.UsersCannotBeBanned, "Cannot ban a moderator");
        var result = new BulkResult([new("ann", BulkOutcome.Done), new("staff", BulkOutcome.Rejected) { Error = rejection }]);
        #endregion
        return (bans, result);
    }

    public static ViewerBan Included()
    {
        #region Included
        var ban = new ViewerBan
        {
            UserId = "ann",
            User = new() { UserId = "ann", DisplayName = "Ann" },
            BannedBy = new() { UserId = "staff", DisplayName = "Stella" },
        };
        #endregion
        return ban;
    }

    public static async Task AWholeTestAsync()
    {
        #region A whole test
        var rejection = AmityFakes.ApiException("banViewers", 403, AmityErrorCode.UsersCannotBeBanned, "Cannot ban a moderator");
        var rooms = Substitute.For<RoomsClient>();
        rooms.BulkBanViewersAsync("room-1", Arg.Any<IEnumerable<string>>())
            .Returns(new BulkResult([new("ann", BulkOutcome.Done), new("staff", BulkOutcome.Rejected) { Error = rejection }]));

        var ban = async () => (await rooms.BulkBanViewersAsync("room-1", ["ann", "staff"])).ThrowIfIncomplete();

        var incomplete = (await ban.Should().ThrowAsync<BulkIncompleteException>()).Which;
        incomplete.Result.WithOutcome(BulkOutcome.Rejected).Single().Reason!.ErrorCode.Should().Be(AmityErrorCode.UsersCannotBeBanned);
        #endregion
    }
}
