using System.Security.Cryptography;

namespace Amity.Tests.Contract.EndToEnd;

internal sealed class RoomEndToEndTests : EndToEndTest
{
    private readonly RSA _key = RSA.Create(2048);

    [OneTimeTearDown]
    public void DisposeKey() => _key.Dispose();

    [Test]
    public async Task GetRoomAsync_DemoRoom_JoinsWhatCameWithIt()
    {
        var room = await Client.Rooms.GetRoomAsync(Room.RoomId);

        room.Creator!.DisplayName.Should().Be("Hanna Host");
        room.Thumbnail!.FileUrl.Should().NotBeNullOrEmpty();
        room.Children.Should().ContainSingle().Which.ParentRoomId.Should().Be(Room.RoomId);
    }

    [Test]
    public async Task RemoveParticipantAsync_CoHost_LeavesTheHost()
    {
        var request = new RemoveParticipantRequest { ParticipantUserId = "cohost-1" };

        var removed = await Client.Rooms.RemoveParticipantAsync(Room.RoomId, request);

        removed!.Participants.Should().ContainSingle().Which.UserId.Should().Be("host-1");
        Sandbox.FindRoom(Room.RoomId)!.Participants.Select(participant => participant.UserId).Should().Equal("host-1");
        var again = await FluentActions.Awaiting(() => Client.Rooms.RemoveParticipantAsync(Room.RoomId, request)).Should().ThrowAsync<AmityApiException>();
        again.Which.ErrorCode.Should().Be(new AmityErrorCode(400400));
    }

    [Test]
    public async Task GetRecordingLocationAsync_PlaybackIdOfTheRoom_GivesLocationWithoutFollowingIt()
    {
        var playbackId = (await Client.Rooms.GetRoomAsync(Room.RoomId)).RecordedPlaybackInfos[0].PlaybackId!;

        var location = await Client.Rooms.GetRecordingLocationAsync(Room.RoomId, playbackId);
        var thumbnail = await Client.Rooms.GetRecordingThumbnailLocationAsync(Room.RoomId, playbackId);

        location.Host.Should().Be("recordings.example.com");
        thumbnail.AbsolutePath.Should().EndWith("thumbnail.png");
        Sandbox.RequestCount.Should().Be(3);
    }

    // Needs escaping in every path, and stays inside its own segment.
    [Test]
    public async Task GetRoomAsync_IdThatNeedsEscaping_FindsTheRoom()
    {
        const string Id = "a b?c#d%2F.é+";
        Sandbox.AddRoom(room => room.RoomId = Id);

        (await Client.Rooms.GetRoomAsync(Id)).RoomId.Should().Be(Id);
        await Client.Rooms.BanViewersAsync(Id, new ViewerIdsRequest { UserIds = ["vic"] });
        Sandbox.BannedViewers(Id).Should().Equal("vic");
    }

    [Test]
    public async Task ReportWatchTimeAsync_SignedByRecipe_IsAccepted()
    {
        RoomWatch[] rooms =
        [
            new() { RoomId = Room.RoomId, StartTime = Sandbox.Now.AddMinutes(-2), EndTime = Sandbox.Now, WatchSeconds = 97.25, SessionId = "room_1" },
            new() { RoomId = Room.RoomId, StartTime = Sandbox.Now.AddMinutes(-9), EndTime = Sandbox.Now.AddMinutes(-5), WatchSeconds = 240 },
        ];

        await Client.Rooms.Awaiting(client => client.ReportWatchTimeAsync(rooms, new RsaWatchTimeSigner(_key))).Should().NotThrowAsync();
    }

    [Test]
    public async Task ReportWatchTimeAsync_SignedWithAnotherKey_ThrowsServiceFailure()
    {
        using var other = RSA.Create(2048);
        RoomWatch[] rooms = [new() { RoomId = Room.RoomId, StartTime = Sandbox.Now.AddMinutes(-2), EndTime = Sandbox.Now, WatchSeconds = 120 }];

        var failure = await FluentActions.Awaiting(() => Client.Rooms.ReportWatchTimeAsync(rooms, new RsaWatchTimeSigner(other))).Should().ThrowAsync<AmityApiException>();

        failure.Which.StatusCode.Should().Be(500);
        failure.Which.ErrorCode.Should().Be(new AmityErrorCode(500000));
    }

    protected override void Configure(AmitySandboxOptions options) => options.WatchTimeKey = _key;
}
