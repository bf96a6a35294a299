namespace Amity.Tests.Unit;

/// <summary>One call of one operation, and what it has to put on the wire.</summary>
public sealed record OperationCase(string OperationId, Func<RoomsClient, Task> Call, string Method, string Target, string? Body = null)
{
    /// <summary>The call of every operation with the spec's examples, and the request that they make.</summary>
    public static IReadOnlyList<OperationCase> All { get; } = [.. Spec.Operations.Keys.Select(Example)];

    /// <summary>Calls as callers write them, and their requests to the letter.</summary>
    public static IReadOnlyList<OperationCase> Written { get; } =
    [
        new(
            "createRoom",
            rooms => rooms.CreateRoomAsync(new CreateRoomRequest
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
            rooms => rooms.ListRoomsAsync(new() { Statuses = [RoomStatus.Live, RoomStatus.WaitingReconnect], Type = RoomType.CoHosts, SortBy = RoomSortOrder.LastCreated, IsDeleted = false, PageSize = 20, ContinuationToken = "a+b=" }).GetPageAsync(),
            "GET",
            "/api/v1/rooms?statuses=live&statuses=waitingReconnect&type=coHosts&sortBy=lastCreated&isDeleted=false&options%5Blimit%5D=20&options%5Btoken%5D=a%2Bb%3D"),
        new("getRoom", rooms => rooms.GetRoomAsync("r1"), "GET", "/api/v1/rooms/r1"),
        new(
            "updateRoom",
            rooms => rooms.UpdateRoomAsync("r1", new UpdateRoomRequest
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
        new("deleteRoom", rooms => rooms.DeleteRoomAsync("r1"), "DELETE", "/api/v1/rooms/r1"),
        new("stopRoom", rooms => rooms.StopRoomAsync("r1"), "POST", "/api/v1/rooms/r1/stop"),
        new("getBroadcastCredentials", rooms => rooms.GetBroadcastCredentialsAsync("r1"), "GET", "/api/v1/rooms/r1/token"),
        new(
            "removeParticipant",
            rooms => rooms.RemoveParticipantAsync("r1", new RemoveParticipantRequest { ParticipantUserId = "ben" }),
            "DELETE",
            "/api/v1/rooms/r1/participants",
            """{"participantUserId":"ben"}"""),
        new("getRecordingLocation", rooms => rooms.GetRecordingLocationAsync("r1", "p1"), "GET", "/api/v1/rooms/r1/recorded/p1/watch"),
        new("getRecordingThumbnailLocation", rooms => rooms.GetRecordingThumbnailLocationAsync("r1", "p1"), "GET", "/api/v1/rooms/r1/recorded/p1/thumbnail"),
        new(
            "banViewers",
            rooms => rooms.BanViewersAsync("r1", new ViewerIdsRequest { UserIds = ["v1", "v2"] }),
            "POST",
            "/api/v1/rooms/r1/viewer-bans",
            """{"userIds":["v1","v2"]}"""),
        new("listViewerBans", rooms => rooms.ListViewerBansAsync("r1", new() { PageSize = 100, ContinuationToken = "a+b=" }).GetPageAsync(), "GET", "/api/v1/rooms/r1/viewer-bans?limit=100&token=a%2Bb%3D"),
        new(
            "unbanViewers",
            rooms => rooms.UnbanViewersAsync("r1", new ViewerIdsRequest { UserIds = ["v1", "v2"] }),
            "DELETE",
            "/api/v1/rooms/r1/viewer-bans",
            """{"userIds":["v1","v2"]}"""),
        new(
            "reportWatchTime",
            rooms => rooms.ReportWatchTimeAsync(new WatchTimeReport
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

    /// <summary>What the spec says of sending it again.</summary>
    public string RepeatRule => (string)Spec.Operations[OperationId].Operation.ExtensionData!["x-repeat"]!;

    public override string ToString() => OperationId;

    private static OperationCase Example(string operationId)
    {
        var request = SpecRequest.Full(operationId);
        return new(operationId, rooms => OperationCall.Start(rooms, operationId, OperationCall.Examples(operationId)), request.Method, request.Target, request.Body);
    }
}
