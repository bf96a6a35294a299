using Amity.Sandbox.State;
using Amity.Sandbox.Wire;

namespace Amity.Sandbox;

// Rooms and what is in them.
public sealed partial class AmitySandbox
{
    /// <summary>Adds a room; without settings an idle direct streaming room with nobody on stage.</summary>
    /// <exception cref="ArgumentException">A setting has an unknown value or names something that does not exist.</exception>
    public SandboxRoom AddRoom(Action<SandboxRoomSettings>? configure = null)
    {
        var settings = new SandboxRoomSettings();
        configure?.Invoke(settings);
        lock (_state.Gate)
        {
            return Snapshot(_state.Rooms.Add(SeededRoom.Make(_state, settings)));
        }
    }

    /// <summary>Puts a user, who need not exist before, on the stage of a room: as host or coHost.</summary>
    public void AddParticipant(string roomId, string userId, string type = "coHost")
    {
        IdArgument.Check(userId);
        if (type is not (ParticipantTypes.Host or ParticipantTypes.CoHost))
        {
            throw new ArgumentException("A participant is host or coHost.", nameof(type));
        }

        lock (_state.Gate)
        {
            var room = Require(roomId);
            var user = _state.Users.GetOrAdd(userId);
            _state.Rooms.Replace(room with
            {
                Participants =
                [
                    .. room.Participants.Where(participant => participant.UserId != userId),
                    new Participant(type, userId, user.UserInternalId),
                ],
            });
        }
    }

    /// <summary>Adds a recording to a room and gives its playback id; a room that has ended becomes recorded.</summary>
    public string AddRecording(string roomId, string? playbackId = null)
    {
        if (playbackId is not null)
        {
            IdArgument.CheckPathId(playbackId);
        }

        lock (_state.Gate)
        {
            var room = Require(roomId);
            playbackId ??= _state.Ids.Next();
            var address = $"{Address}api/v1/rooms/{Uri.EscapeDataString(roomId)}/recorded/{Uri.EscapeDataString(playbackId)}";
            room = room with
            {
                RecordedPlaybackInfos =
                [
                    .. room.RecordedPlaybackInfos,
                    new RecordedPlayback(playbackId, $"{address}/watch", $"{address}/thumbnail"),
                ],
            };
            _state.Rooms.Replace(room.Status == RoomStatuses.Ended ? room.Record(_state.Now) : room);
            return playbackId;
        }
    }

    /// <summary>Adds a finding of automatic moderation to a room, for flagging it or, on request, for stopping it.</summary>
    public void AddModerationLabel(string roomId, string category, double threshold = 0.4, bool terminates = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(category);
        lock (_state.Gate)
        {
            var room = Require(roomId);
            var moderation = (room.Moderation ?? new ModerationResult { UpdatedAt = _state.Now }) with { UpdatedAt = _state.Now };
            var label = new ModerationLabel(category, threshold, _state.Now);
            _state.Rooms.Replace(room with
            {
                Moderation = terminates
                    ? moderation with { TerminateLabels = [.. moderation.TerminateLabels, label] }
                    : moderation with { FlagLabels = [.. moderation.FlagLabels, label] },
            });
        }
    }

    /// <summary>Adds an image, to be a thumbnail, and gives its file id.</summary>
    public string AddImage(string? fileId = null)
    {
        if (fileId is not null)
        {
            IdArgument.Check(fileId);
        }

        lock (_state.Gate)
        {
            fileId ??= _state.Ids.Next();
            _state.Files[fileId] = StoredImage.Make(fileId, _state.Now);
            return fileId;
        }
    }

    /// <summary>The room with this id as it is now, deleted or not; null when there never was one.</summary>
    public SandboxRoom? FindRoom(string roomId)
    {
        ArgumentNullException.ThrowIfNull(roomId);
        lock (_state.Gate)
        {
            return _state.Rooms.Find(roomId) is { } room ? Snapshot(room) : null;
        }
    }

    private Room Require(string roomId)
    {
        ArgumentNullException.ThrowIfNull(roomId);
        return _state.Rooms.Find(roomId) ?? throw new ArgumentException($"There is no room {roomId}.", nameof(roomId));
    }

    private SandboxRoom Snapshot(Room room) => new()
    {
        RoomId = room.RoomId,
        Type = room.Type,
        Status = room.Status,
        Title = room.Title,
        Description = room.Description,
        IsLiveChatEnabled = room.LiveChatEnabled,
        ThumbnailFileId = room.ThumbnailFileId,
        CreatedBy = room.CreatedBy,
        ParentRoomId = room.ParentRoomId,
        ChildRoomIds = room.ChildRoomIds,
        Participants = [.. room.Participants.Select(participant => new SandboxParticipant(participant.UserId, participant.Type))],
        PlaybackIds = [.. room.RecordedPlaybackInfos.Select(recording => recording.PlaybackId)],
        BannedViewerCount = _state.BansOf(room.RoomId).Count,
        IsDeleted = room.IsDeleted,
    };
}
