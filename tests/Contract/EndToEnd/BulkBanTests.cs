namespace Amity.Tests.Contract.EndToEnd;

internal sealed class BulkBanTests : EndToEndTest
{
    [Test]
    public async Task BulkBanViewersAsync_230IdsWithOneRejected_BansTheOthers()
    {
        string[] ids = [.. Enumerable.Range(1, 230).Select(number => number == 117 ? "staff-1" : $"new-{number}")];

        var result = await Client.Rooms.BulkBanViewersAsync(Room.RoomId, [.. ids, ids[0], ids[^1]]);

        result.Error.Should().BeNull();
        result.Remaining.Should().BeEmpty();
        result.Items.Select(item => item.Id).Should().Equal(ids);
        var rejected = result.WithOutcome(BulkOutcome.Rejected).Should().ContainSingle().Which;
        rejected.Id.Should().Be("staff-1");
        rejected.Error.Should().BeOfType<AmityApiException>().Which.ErrorCode.Should().Be(new AmityErrorCode(400306));
        result.WithOutcome(BulkOutcome.Done).Should().HaveCount(229);
        Sandbox.BannedViewers(Room.RoomId).Should().HaveCount(2729).And.NotContain("staff-1");
    }

    [Test]
    public async Task BulkUnbanViewersAsync_230Ids_TakesThreeCalls()
    {
        var result = await Client.Rooms.BulkUnbanViewersAsync(Room.RoomId, Sandbox.BannedViewers(Room.RoomId).Take(230));

        result.Items.Should().HaveCount(230).And.OnlyContain(item => item.Outcome == BulkOutcome.Done);
        Observed.Should().HaveCount(3);
        Sandbox.BannedViewers(Room.RoomId).Should().HaveCount(2270);
    }

    [Test]
    public async Task BulkBanViewersAsync_OrdinaryUser_IsRejectedWithoutHalving()
    {
        using var viewer = Client.WithCredential(AmityCredential.Bearer(Sandbox.AddToken("vic")));

        var result = await viewer.Rooms.BulkBanViewersAsync(Room.RoomId, Enumerable.Range(1, 230).Select(number => $"new-{number}"));

        result.Error.Should().BeOfType<AmityApiException>().Which.StatusCode.Should().Be(403);
        result.Remaining.Should().HaveCount(230);
        Observed.Should().HaveCountLessThanOrEqualTo(3, "230 ids are three calls");
    }
}
