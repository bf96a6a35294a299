using Amity.Tests.Unit.Json;
using Newtonsoft.Json.Linq;

namespace Amity.Tests.Unit.Rooms;

/// <summary>What calls about rooms put on the wire, written out.</summary>
public sealed class RoomRequestTests
{
    /// <summary>Calls as callers write them, and their requests to the letter.</summary>
    private static IEnumerable<OperationCase> Written =>
    [
        new(
            "createRoom",
            client => client.Rooms.CreateRoomAsync(new CreateRoomRequest
            {
                Title = "Cooking",
                Description = "Pasta",
                ThumbnailFileId = "f1",
                Metadata = new Dictionary<string, object?> { ["season"] = 2 },
                LiveChatEnabled = false,
                ParentRoomId = "p1",
                Type = RoomType.CoHosts,
            }),
            "POST",
            "/api/v1/rooms",
            """{"title":"Cooking","description":"Pasta","thumbnailFileId":"f1","metadata":{"season":2},"liveChatEnabled":false,"parentRoomId":"p1","type":"coHosts"}"""),
        new(
            "listRooms",
            client => client.Rooms.ListRoomsAsync(new() { Statuses = [RoomStatus.Live, RoomStatus.WaitingReconnect], Type = RoomType.CoHosts, SortBy = RoomSortOrder.LastCreated, IsDeleted = false, PageSize = 20, ContinuationToken = "a+b=" }).GetPageAsync(),
            "GET",
            "/api/v1/rooms?statuses=live&statuses=waitingReconnect&type=coHosts&sortBy=lastCreated&isDeleted=false&options%5Blimit%5D=20&options%5Btoken%5D=a%2Bb%3D"),
        new("getRoom", client => client.Rooms.GetRoomAsync("r1"), "GET", "/api/v1/rooms/r1"),
        new(
            "updateRoom",
            client => client.Rooms.UpdateRoomAsync("r1", new UpdateRoomRequest
            {
                Title = "Cooking",
                Description = "Pasta",
                ThumbnailFileId = "f1",
                Metadata = new Dictionary<string, object?> { ["season"] = 2 },
                LiveChatEnabled = true,
            }),
            "PUT",
            "/api/v1/rooms/r1",
            """{"title":"Cooking","description":"Pasta","thumbnailFileId":"f1","metadata":{"season":2},"channelEnabled":true}"""),
        new("deleteRoom", client => client.Rooms.DeleteRoomAsync("r1"), "DELETE", "/api/v1/rooms/r1"),
        new("stopRoom", client => client.Rooms.StopRoomAsync("r1"), "POST", "/api/v1/rooms/r1/stop"),
        new("getBroadcastCredentials", client => client.Rooms.GetBroadcastCredentialsAsync("r1"), "GET", "/api/v1/rooms/r1/token"),
        new(
            "removeParticipant",
            client => client.Rooms.RemoveParticipantAsync("r1", new RemoveParticipantRequest { ParticipantUserId = "ben" }),
            "DELETE",
            "/api/v1/rooms/r1/participants",
            """{"participantUserId":"ben"}"""),
        new("getRecordingLocation", client => client.Rooms.GetRecordingLocationAsync("r1", "p1"), "GET", "/api/v1/rooms/r1/recorded/p1/watch"),
        new("getRecordingThumbnailLocation", client => client.Rooms.GetRecordingThumbnailLocationAsync("r1", "p1"), "GET", "/api/v1/rooms/r1/recorded/p1/thumbnail"),
        new(
            "banViewers",
            client => client.Rooms.BanViewersAsync("r1", new ViewerIdsRequest { UserIds = ["v1", "v2"] }),
            "POST",
            "/api/v1/rooms/r1/viewer-bans",
            """{"userIds":["v1","v2"]}"""),
        new("listViewerBans", client => client.Rooms.ListViewerBansAsync("r1", new() { PageSize = 100, ContinuationToken = "a+b=" }).GetPageAsync(), "GET", "/api/v1/rooms/r1/viewer-bans?limit=100&token=a%2Bb%3D"),
        new(
            "unbanViewers",
            client => client.Rooms.UnbanViewersAsync("r1", new ViewerIdsRequest { UserIds = ["v1", "v2"] }),
            "DELETE",
            "/api/v1/rooms/r1/viewer-bans",
            """{"userIds":["v1","v2"]}"""),
        new(
            "reportWatchTime",
            client => client.Rooms.ReportWatchTimeAsync(new WatchTimeReport
            {
                Signature = "c2ln",
                NonceStr = "n1",
                Timestamp = new DateTimeOffset(2026, 3, 6, 19, 32, 10, 250, TimeSpan.FromHours(1)),
                Rooms =
                [
                    new RoomWatch
                    {
                        RoomId = "r1",
                        StartTime = new DateTimeOffset(2026, 3, 6, 18, 30, 0, TimeSpan.Zero),
                        EndTime = new DateTimeOffset(2026, 3, 6, 18, 32, 0, TimeSpan.Zero).AddTicks(1),
                        WatchSeconds = 120,
                        SessionId = "room_1",
                    },
                ],
            }),
            "POST",
            "/api/v3/user-event/room",
            """{"signature":"c2ln","nonceStr":"n1","timestamp":"2026-03-06T18:32:10.250Z","rooms":[{"roomId":"r1","startTime":"2026-03-06T18:30:00.000Z","endTime":"2026-03-06T18:32:00.0000001Z","watchSeconds":120,"sessionId":"room_1"}]}"""),
    ];

    [TestCaseSource(nameof(Written))]
    public async Task Operation_Called_SendsItsMethodPathQueryAndBody(OperationCase operation)
    {
        var handler = new ScriptedHandler().Response(OperationCall.Success(operation.OperationId));

        await operation.Call(TestClient.Over(handler));

        var request = handler.Requests.Single();
        request.Method.Should().Be(operation.Method);
        request.Target.Should().Be(operation.Target);
        // The order of the fields is free; their values are compared as texts.
        JToken.DeepEquals(JsonOf(request.Body), JsonOf(operation.Body)).Should().BeTrue("{0} was to be sent, not {1}", operation.Body, request.Body);
    }

    [Test]
    public async Task ListRoomsAsync_NothingAsked_SendsNoQuery()
    {
        var handler = new ScriptedHandler().Response("""{"paging":{}}""");

        await TestClient.Rooms(handler).ListRoomsAsync().GetPageAsync();

        handler.Requests.Single().Target.Should().Be("/api/v1/rooms");
    }

    [Test]
    public async Task ListRoomsAsync_UnknownStatus_IsSentAsItIs()
    {
        var handler = new ScriptedHandler().Response("""{"paging":{}}""");

        await TestClient.Rooms(handler).ListRoomsAsync(new() { Statuses = [new RoomStatus("terminated & more")] }).GetPageAsync();

        handler.Requests.Single().Query.Should().BeEquivalentTo([KeyValuePair.Create("statuses", "terminated & more")]);
    }

    [Test]
    public async Task UpdateRoomAsync_OneFieldSet_SendsOnlyThatField()
    {
        var handler = new ScriptedHandler().Response(RepoFiles.ReadSample("updateRoom"));

        await TestClient.Rooms(handler).UpdateRoomAsync("r1", new UpdateRoomRequest { Title = "Pasta 🍝" });

        JsonOf(handler.Requests.Single().Body).Should().BeEquivalentTo(JsonOf("""{"title":"Pasta 🍝"}"""));
    }

    private static JToken? JsonOf(string? body) => body is null ? null : JsonLoss.Parse(body);
}
