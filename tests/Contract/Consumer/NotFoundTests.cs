using PactNet;

namespace Amity.Tests.Contract.Consumer;

/// <summary>Each path that names something can name what does not exist.</summary>
[Order(1)]
internal sealed class NotFoundTests : PactTest
{
    private static readonly ViewerIdsRequest Viewers = new() { UserIds = ["viewer-17"] };
    private static readonly object ViewersBody = new { userIds = new[] { "viewer-17" } };

    [Test]
    public Task CreateRoomAsync_UnknownParent_ThrowsNotFound() => AssertAsync(
        UponUnknownRoom("a request to create a child of an unknown room")
            .WithRequest(HttpMethod.Post, "/api/v1/rooms")
            .WithJsonBody(new { title = "Second camera", parentRoomId = Fixed.UnknownRoom }),
        client => client.Rooms.CreateRoomAsync(new CreateRoomRequest { Title = "Second camera", ParentRoomId = Fixed.UnknownRoom }));

    [Test]
    public Task GetRoomAsync_UnknownRoom_ThrowsNotFound() => AssertAsync(
        UponUnknownRoom("a request for an unknown room").WithRequest(HttpMethod.Get, PathOf("")),
        client => client.Rooms.GetRoomAsync(Fixed.UnknownRoom));

    [Test]
    public Task UpdateRoomAsync_UnknownRoom_ThrowsNotFound() => AssertAsync(
        UponUnknownRoom("a request to change an unknown room")
            .WithRequest(HttpMethod.Put, PathOf(""))
            .WithJsonBody(new { title = "Nowhere" }),
        client => client.Rooms.UpdateRoomAsync(Fixed.UnknownRoom, new UpdateRoomRequest { Title = "Nowhere" }));

    [Test]
    public Task StopRoomAsync_UnknownRoom_ThrowsNotFound() => AssertAsync(
        UponUnknownRoom("a request to stop an unknown room").WithRequest(HttpMethod.Post, PathOf("/stop")),
        client => client.Rooms.StopRoomAsync(Fixed.UnknownRoom));

    [Test]
    public Task GetBroadcastCredentialsAsync_UnknownRoom_ThrowsNotFound() => AssertAsync(
        UponUnknownRoom("a request for the credentials of an unknown room").WithRequest(HttpMethod.Get, PathOf("/token")),
        client => client.Rooms.GetBroadcastCredentialsAsync(Fixed.UnknownRoom));

    [Test]
    public Task RemoveParticipantAsync_UnknownRoom_ThrowsNotFound() => AssertAsync(
        UponUnknownRoom("a request to remove a participant of an unknown room")
            .WithRequest(HttpMethod.Delete, PathOf("/participants"))
            .WithJsonBody(new { participantUserId = Fixed.CoHost }),
        client => client.Rooms.RemoveParticipantAsync(Fixed.UnknownRoom, new RemoveParticipantRequest { ParticipantUserId = Fixed.CoHost }));

    [Test]
    public Task RemoveParticipantAsync_NotOnStage_ThrowsNotFound() => AssertAsync(
        Upon("a request to remove somebody who is not on stage")
            .Given(States.RoomWithPeople, OfRoom)
            .WithRequest(HttpMethod.Delete, $"/api/v1/rooms/{Fixed.Room}/participants")
            .WithJsonBody(new { participantUserId = "nobody" }),
        client => client.Rooms.RemoveParticipantAsync(Fixed.Room, new RemoveParticipantRequest { ParticipantUserId = "nobody" }));

    [Test]
    public Task GetRecordingLocationAsync_UnknownRecording_ThrowsNotFound() => AssertAsync(
        Upon("a request for the location of an unknown recording")
            .Given(States.Room, OfRoom)
            .WithRequest(HttpMethod.Get, $"/api/v1/rooms/{Fixed.Room}/recorded/{Fixed.UnknownPlayback}/watch"),
        client => client.Rooms.GetRecordingLocationAsync(Fixed.Room, Fixed.UnknownPlayback));

    [Test]
    public Task GetRecordingThumbnailLocationAsync_UnknownRecording_ThrowsNotFound() => AssertAsync(
        Upon("a request for the location of an unknown recording's thumbnail")
            .Given(States.Room, OfRoom)
            .WithRequest(HttpMethod.Get, $"/api/v1/rooms/{Fixed.Room}/recorded/{Fixed.UnknownPlayback}/thumbnail"),
        client => client.Rooms.GetRecordingThumbnailLocationAsync(Fixed.Room, Fixed.UnknownPlayback));

    [Test]
    public Task BanViewersAsync_UnknownRoom_ThrowsNotFound() => AssertAsync(
        UponUnknownRoom("a request to ban viewers from an unknown room")
            .WithRequest(HttpMethod.Post, PathOf("/viewer-bans"))
            .WithJsonBody(ViewersBody),
        client => client.Rooms.BanViewersAsync(Fixed.UnknownRoom, Viewers));

    [Test]
    public Task ListViewerBansAsync_UnknownRoom_ThrowsNotFound() => AssertAsync(
        UponUnknownRoom("a request for the bans of an unknown room").WithRequest(HttpMethod.Get, PathOf("/viewer-bans")),
        client => client.Rooms.ListViewerBansAsync(Fixed.UnknownRoom));

    [Test]
    public Task UnbanViewersAsync_UnknownRoom_ThrowsNotFound() => AssertAsync(
        UponUnknownRoom("a request to lift bans of an unknown room")
            .WithRequest(HttpMethod.Delete, PathOf("/viewer-bans"))
            .WithJsonBody(ViewersBody),
        client => client.Rooms.UnbanViewersAsync(Fixed.UnknownRoom, Viewers));

    private static string PathOf(string part) => $"/api/v1/rooms/{Fixed.UnknownRoom}{part}";

    private IRequestBuilderV4 UponUnknownRoom(string description) =>
        Upon(description).Given(States.NoRoom, Parameters(("roomId", Fixed.UnknownRoom)));

    private async Task AssertAsync(IRequestBuilderV4 request, Func<AmityClient, Task> call)
    {
        request.WillRespond().WithError(404, 400400);

        var refusal = await RefusalAsync(call);

        refusal.StatusCode.Should().Be(404);
        (refusal.ErrorCode?.Value).Should().Be(400400);
    }
}
