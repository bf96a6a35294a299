namespace Amity.Tests.Faults;

/// <summary>A call of every operation.</summary>
internal static class Operations
{
    public const string NewTitle = "Made under fire";

    private const string Viewer = "vic";
    private const string OldViewer = "viewer-0001";
    private const string CoHost = "cohost-1";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new("createRoom", Nature.Counted, AnswerForm.Room,
            async (rooms, _, cancel) => await rooms.CreateRoomAsync(new CreateRoomRequest { Title = NewTitle }, cancel),
            stage => stage.CountRoomsAsync(NewTitle)),
        new("listRooms", Nature.Read, AnswerForm.List, async (rooms, _, cancel) => await rooms.ListRoomsAsync(cancellationToken: cancel)),
        new("getRoom", Nature.Read, AnswerForm.Room, async (rooms, stage, cancel) => await rooms.GetRoomAsync(stage.RoomId, cancel)),
        new("updateRoom", Nature.Repeatable, AnswerForm.Room,
            async (rooms, stage, cancel) => await rooms.UpdateRoomAsync(stage.RoomId, new UpdateRoomRequest { Title = NewTitle }, cancel),
            stage => Once(stage.Room.Title == NewTitle)),
        new("deleteRoom", Nature.Final, AnswerForm.Flag,
            async (rooms, stage, cancel) => await rooms.DeleteRoomAsync(stage.RoomId, cancel),
            stage => Once(stage.Room.IsDeleted)) { RefusalOfSecondRun = 400 },
        new("stopRoom", Nature.Final, AnswerForm.Room,
            async (rooms, stage, cancel) => await rooms.StopRoomAsync(stage.RoomId, cancel),
            stage => Once(stage.Room.Status == "ended")) { RefusalOfSecondRun = 400 },
        new("getBroadcastCredentials", Nature.Read, AnswerForm.Credentials, async (rooms, stage, cancel) => await rooms.GetBroadcastCredentialsAsync(stage.RoomId, cancel)),
        new("removeParticipant", Nature.Final, AnswerForm.Room,
            async (rooms, stage, cancel) => await rooms.RemoveParticipantAsync(stage.RoomId, new RemoveParticipantRequest { ParticipantUserId = CoHost }, cancel),
            stage => Once(stage.Room.Participants.All(participant => participant.UserId != CoHost))) { RefusalOfSecondRun = 404 },
        new("getRecordingLocation", Nature.Read, AnswerForm.Location, async (rooms, stage, cancel) => await rooms.GetRecordingLocationAsync(stage.RoomId, stage.PlaybackId, cancel)),
        new("getRecordingThumbnailLocation", Nature.Read, AnswerForm.Location, async (rooms, stage, cancel) => await rooms.GetRecordingThumbnailLocationAsync(stage.RoomId, stage.PlaybackId, cancel)),
        new("banViewers", Nature.Repeatable, AnswerForm.Flag,
            async (rooms, stage, cancel) => await rooms.BanViewersAsync(stage.RoomId, new ViewerIdsRequest { UserIds = [Viewer] }, cancel),
            stage => Once(stage.BannedViewers.Contains(Viewer))),
        new("listViewerBans", Nature.Read, AnswerForm.List, async (rooms, stage, cancel) => await rooms.ListViewerBansAsync(stage.RoomId, cancellationToken: cancel)),
        new("unbanViewers", Nature.Repeatable, AnswerForm.Flag,
            async (rooms, stage, cancel) => await rooms.UnbanViewersAsync(stage.RoomId, new ViewerIdsRequest { UserIds = [OldViewer] }, cancel),
            stage => Once(!stage.BannedViewers.Contains(OldViewer))),
        new("reportWatchTime", Nature.Counted, AnswerForm.Flag,
            async (rooms, stage, cancel) => await rooms.ReportWatchTimeAsync(stage.Watched, new AnySigner(), cancel),
            stage => Task.FromResult(stage.Successes("reportWatchTime"))),
    ];

    public static IEnumerable<string> Ids => All.Select(operation => operation.Id);

    public static Operation Of(string id) => All.Single(operation => operation.Id == id);

    private static Task<int> Once(bool changed) => Task.FromResult(changed ? 1 : 0);

    // A sandbox without a key takes any signature; its nonce is what must not come twice.
    private sealed class AnySigner : IWatchTimeSigner
    {
        public Task<string> SignAsync(string text, CancellationToken cancellationToken) => Task.FromResult("c2ln");
    }
}
