namespace Amity.Sandbox;

/// <summary>What the examples of the contract are about: with it, every example can be sent as it stands.</summary>
public static class ContractExamples
{
    private const string RoomId = "65f0c1d2a3b4c5d6e7f80912";
    private const string ChildRoomId = "65f0c1d2a3b4c5d6e7f80a44";

    /// <summary>
    /// Adds the live co-host room of ann, with ben on stage, a child room, a thumbnail and a recording;
    /// viewer-17 is banned from it, viewer-42 is not. The latter watches; ann, ben and the admin
    /// are online, and ann can open a session with example-auth-token.
    /// </summary>
    public static SandboxRoom AddExamples(this AmitySandbox sandbox)
    {
        ArgumentNullException.ThrowIfNull(sandbox);
        sandbox.AddUser("ann", "Ann Ferrara");
        sandbox.AddUser("ben", "Ben Okafor");
        sandbox.AddUser("viewer-17", "Vic");
        sandbox.AddRoom(room =>
        {
            (room.RoomId, room.Type, room.Status) = (RoomId, "coHosts", "live");
            (room.Title, room.CreatedBy) = ("Friday cooking", "ann");
            room.ThumbnailFileId = sandbox.AddImage("5f3a9c0e7d2b4a18");
        });
        sandbox.AddRoom(room =>
        {
            (room.RoomId, room.ParentRoomId, room.Status) = (ChildRoomId, RoomId, "live");
            (room.Title, room.CreatedBy) = ("Friday cooking, second camera", "ann");
        });
        sandbox.AddParticipant(RoomId, "ann", "host");
        sandbox.AddParticipant(RoomId, "ben");
        sandbox.AddRecording(RoomId, "01JNP4Y7Q2T9");
        sandbox.AddViewerBans(RoomId, ["viewer-17"], bannedBy: "ann");
        foreach (var user in new[] { AmitySandbox.AdminUserId, "ann", "ben" })
        {
            sandbox.SetPresence(user, isOnline: true);
        }

        sandbox.AddViewer(RoomId, "viewer-42");
        sandbox.AddAuthToken("ann", "example-auth-token");
        return sandbox.FindRoom(RoomId)!;
    }
}
