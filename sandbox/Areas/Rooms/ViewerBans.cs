using System.Text.Json.Nodes;
using Amity.Sandbox.Areas.Users;
using Amity.Sandbox.Documents;
using Amity.Sandbox.Operations;

namespace Amity.Sandbox.Areas.Rooms;

/// <summary>The viewers who are kept out of a room.</summary>
internal static class ViewerBans
{
    public const string Type = "ViewerBan";

    public static void AddTo(OperationHandlers handlers)
    {
        handlers.Own(Type);
        handlers.AddForModerators("banViewers", RoomOperations.OfRoom(Ban));
        handlers.Add("listViewerBans", RoomOperations.OfRoom((call, room) =>
            call.Page(new DocumentList(call.State.BansOf(room), $"bans {room.Id}", _ => true), room)));
        handlers.AddForModerators("unbanViewers", RoomOperations.OfRoom(Unban));
    }

    /// <summary>Bans a user from a room; somebody banned already keeps the first ban.</summary>
    public static void Ban(SandboxState state, Document room, Document user, Document bannedBy, DateTimeOffset at)
    {
        var bans = state.BansOf(room);
        if (bans.Find(user.Id) is null)
        {
            // By the vendor's naming elsewhere, the ids without "public" are internal ones.
            bans.Put(user.Id, new JsonObject
            {
                ["userId"] = user.InternalId(),
                ["userPublicId"] = user.Id,
                ["banBy"] = bannedBy.InternalId(),
                ["banByPublicId"] = bannedBy.Id,
                ["createdAt"] = at.ToWire(),
            });
        }
    }

    private static OperationReply Ban(SandboxCall call, Document room)
    {
        // One response stands for the whole call, so one user who cannot be banned rejects it as a whole.
        List<Document> viewers = [.. UserIds(call).Select(call.State.GetOrAddUser)];
        if (viewers.Exists(viewer => call.State.ProtectedUsers.Contains(viewer.Id)))
        {
            return Reject.CannotBeBanned();
        }

        var moderator = call.State.GetOrAddUser(call.Caller.UserId!);
        viewers.ForEach(viewer => Ban(call.State, room, viewer, moderator, call.Now));
        return call.Done();
    }

    private static OperationReply Unban(SandboxCall call, Document room)
    {
        foreach (var userId in UserIds(call))
        {
            call.State.BansOf(room).Remove(userId);
        }

        return call.Done();
    }

    private static IEnumerable<string> UserIds(SandboxCall call) => call.Body["userIds"]!.AsArray().Select(id => (string)id!);
}
