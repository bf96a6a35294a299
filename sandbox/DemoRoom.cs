namespace Amity.Sandbox;

/// <summary>A room with everything in it, for samples and first steps.</summary>
public static class DemoRoom
{
    /// <summary>
    /// Adds a live co-host room with host-1 and cohost-1 on stage, a child room, a thumbnail, a recording and the
    /// banned viewers viewer-0001 and so on; the user staff-1 cannot be banned.
    /// Ids are new ones unless the room's is given; the child then has that one with -2.
    /// </summary>
    public static SandboxRoom AddDemoRoom(this AmitySandbox sandbox, int viewerBans = 2500, string? roomId = null)
    {
        ArgumentNullException.ThrowIfNull(sandbox);
        ArgumentOutOfRangeException.ThrowIfNegative(viewerBans);
        AddPeople(sandbox);
        var liveAt = sandbox.Now.AddMinutes(-90);
        var room = sandbox.AddRoom(settings =>
        {
            settings.RoomId = roomId;
            settings.Type = "coHosts";
            settings.Status = "live";
            settings.Title = "Friday night kitchen";
            settings.Description = "Two cooks, one stove, and a chat that knows better.";
            settings.CreatedBy = "host-1";
            settings.CreatedAt = liveAt.AddMinutes(-10);
            settings.LiveAt = liveAt;
            settings.ThumbnailFileId = sandbox.AddImage();
            settings.CommunityId = "home-cooks";
            settings.PostId = "friday-night-kitchen";
            settings.MetadataJson = """{"season":2,"language":"en"}""";
        });
        sandbox.AddParticipant(room.RoomId, "host-1", "host");
        sandbox.AddParticipant(room.RoomId, "cohost-1");
        sandbox.AddRecording(room.RoomId);
        sandbox.AddRoom(settings =>
        {
            settings.RoomId = roomId is null ? null : $"{roomId}-2";
            settings.Status = "live";
            settings.Title = "Friday night kitchen, second camera";
            settings.CreatedBy = "host-1";
            settings.CreatedAt = liveAt.AddMinutes(-5);
            settings.LiveAt = liveAt;
            settings.ParentRoomId = room.RoomId;
        });
        AddBans(sandbox, room.RoomId, viewerBans, liveAt);
        return sandbox.FindRoom(room.RoomId)!;
    }

    private static void AddPeople(AmitySandbox sandbox)
    {
        sandbox.AddUser("host-1", "Hanna Host");
        sandbox.AddUser("cohost-1", "Carl Cohost");
        sandbox.AddUser("moderator-1", "Mona Moderator");
        sandbox.AddUser("moderator-2", "Max Moderator");
        sandbox.AddUser("staff-1", "Stella Staff", canBeBanned: false);
    }

    private static void AddBans(AmitySandbox sandbox, string roomId, int count, DateTimeOffset liveAt)
    {
        string[] moderators = ["host-1", "moderator-1", "moderator-2"];
        var between = count == 0 ? TimeSpan.Zero : TimeSpan.FromMinutes(80) / count;
        for (var i = 0; i < count; i++)
        {
            var viewer = $"viewer-{i + 1:0000}";
            sandbox.AddUser(viewer, DemoNames.Of(i));
            sandbox.AddViewerBans(roomId, [viewer], moderators[i % moderators.Length], liveAt + (between * i));
        }
    }
}
