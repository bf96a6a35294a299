using System.Text.Json.Nodes;
using Amity.Sandbox.Areas.Files;
using Amity.Sandbox.Areas.Presence;
using Amity.Sandbox.Areas.Rooms;
using Amity.Sandbox.Areas.Users;
using Amity.Sandbox.Documents;

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
        return _state.Run(() => Snapshot(SeededRoom.Add(_state, settings)));
    }

    /// <summary>Puts a user, who need not exist before, on the stage of a room: as host or coHost.</summary>
    public void AddParticipant(string roomId, string userId, string type = RoomDocument.CoHost)
    {
        IdArgument.Check(userId);
        if (type is not (RoomDocument.Host or RoomDocument.CoHost))
        {
            throw new ArgumentException("A participant is host or coHost.", nameof(type));
        }

        _state.Run(() =>
        {
            var participants = Require(roomId).List("participants");
            participants.RemoveAll(participant => (string?)participant!["userId"] == userId);
            participants.Add(RoomDocument.Participant(type, _state.GetOrAddUser(userId)));
        });
    }

    /// <summary>Adds a recording to a room and gives its playback id; a room that has ended becomes recorded.</summary>
    public string AddRecording(string roomId, string? playbackId = null)
    {
        if (playbackId is not null)
        {
            IdArgument.CheckPathId(playbackId);
        }

        return _state.Run(() =>
        {
            var room = Require(roomId);
            var id = playbackId ?? _state.Ids.Next();
            var address = $"{Address}api/v1/rooms/{Uri.EscapeDataString(roomId)}/recorded/{Uri.EscapeDataString(id)}";
            room.List("recordedPlaybackInfos").Add(new JsonObject { ["url"] = $"{address}/watch", ["thumbnailUrl"] = $"{address}/thumbnail" });
            if (room.Text("status") == "ended")
            {
                RoomLifecycle.Record(room.Fields, _state.Now);
            }

            return id;
        });
    }

    /// <summary>Adds a finding of automatic moderation to a room, for flagging it or, on request, for stopping it.</summary>
    public void AddModerationLabel(string roomId, string category, double threshold = 0.4, bool terminates = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(category);
        _state.Run(() =>
        {
            var (fields, now) = (Require(roomId).Fields, _state.Now.ToWire());
            var moderation = fields["moderation"] ??= new JsonObject();
            moderation["flagLabels"] ??= new JsonArray();
            moderation["terminateLabels"] ??= new JsonArray();
            moderation["updatedAt"] = now;
            moderation[terminates ? "terminateLabels" : "flagLabels"]!.AsArray()
                .Add(new JsonObject { ["category"] = category, ["threshold"] = threshold, ["detectedAt"] = now });
        });
    }

    /// <summary>Adds an image, to be a thumbnail, and gives its file id.</summary>
    public string AddImage(string? fileId = null)
    {
        if (fileId is not null)
        {
            IdArgument.Check(fileId);
        }

        return _state.Run(() => _state.AddImage(fileId ?? _state.Ids.Next()).Id);
    }

    /// <summary>Bans viewers, who need not exist before, in the order given; somebody banned already keeps the first ban.</summary>
    public void AddViewerBans(string roomId, IEnumerable<string> userIds, string bannedBy = AdminUserId, DateTimeOffset? bannedAt = null)
    {
        ArgumentNullException.ThrowIfNull(userIds);
        IdArgument.Check(bannedBy);
        string[] viewers = [.. userIds];
        foreach (var viewer in viewers)
        {
            IdArgument.Check(viewer, nameof(userIds));
        }

        _state.Run(() =>
        {
            var (room, moderator) = (Require(roomId), _state.GetOrAddUser(bannedBy));
            foreach (var viewer in viewers)
            {
                ViewerBans.Ban(_state, room, _state.GetOrAddUser(viewer), moderator, bannedAt ?? _state.Now);
            }
        });
    }

    /// <summary>Lets a user watch a room from now on, until two heartbeats are missed.</summary>
    public void AddViewer(string roomId, string userId)
    {
        IdArgument.Check(userId);
        _state.Run(() => _state.NoteWatching(userId, Require(roomId)));
    }

    /// <summary>The user ids of everybody banned from a room, oldest ban first.</summary>
    public IReadOnlyList<string> BannedViewers(string roomId) =>
        _state.Run(() => _state.BansOf(Require(roomId)).OldestFirst.Select(ban => ban.Id).ToList());

    /// <summary>Marks a nonce as used, so that a watch-time report that carries it is rejected.</summary>
    public void AddUsedNonce(string nonce)
    {
        IdArgument.Check(nonce);
        _state.Run(() => _state.UsedNonces.Add(nonce));
    }

    /// <summary>The room with this id as it is now, deleted or not; null when there never was one.</summary>
    public SandboxRoom? FindRoom(string roomId)
    {
        ArgumentNullException.ThrowIfNull(roomId);
        return _state.Run(() => _state.Documents.Of(RoomDocument.Type).Find(roomId) is { } room ? Snapshot(room) : null);
    }

    private Document Require(string roomId)
    {
        ArgumentNullException.ThrowIfNull(roomId);
        return _state.Documents.Of(RoomDocument.Type).Find(roomId) ?? throw new ArgumentException($"There is no room {roomId}.", nameof(roomId));
    }

    private SandboxRoom Snapshot(Document room) => new()
    {
        RoomId = room.Id,
        Type = room.Text("type") ?? "",
        Status = room.Text("status") ?? "",
        Title = room.Text("title") ?? "",
        Description = room.Text("description"),
        IsLiveChatEnabled = (bool?)room.Fields["liveChatEnabled"] == true,
        ThumbnailFileId = room.Text("thumbnailFileId"),
        CreatedBy = room.Text("createdBy") ?? "",
        ParentRoomId = room.Text("parentRoomId"),
        ChildRoomIds = [.. room.Texts("childRoomIds")],
        Participants =
        [
            .. room.List("participants").OfType<JsonObject>()
                .Select(participant => new SandboxParticipant((string?)participant["userId"] ?? "", (string?)participant["type"] ?? "")),
        ],
        PlaybackIds = [.. room.List("recordedPlaybackInfos").Select(RoomDocument.PlaybackId).OfType<string>()],
        BannedViewerCount = _state.BansOf(room).Count,
        IsDeleted = room.IsDeleted,
    };
}
