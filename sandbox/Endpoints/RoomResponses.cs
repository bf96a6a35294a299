using Amity.Sandbox.Pipeline;
using Amity.Sandbox.State;
using Amity.Sandbox.Wire;

namespace Amity.Sandbox.Endpoints;

/// <summary>A room as its viewers see it, and the envelope around it.</summary>
internal static class RoomResponses
{
    public static RoomResponse Response(this SandboxState state, Room room, Caller caller) =>
        new(new SideloadBuilder(state, caller).Add(room).Build());

    /// <summary>The documents promise playback addresses only to viewers who are not banned.</summary>
    public static Room AsSeenBy(this Room room, Caller caller, SandboxState state) => state.BansOf(room.RoomId).IsBanned(caller.UserId)
        ? room with { LivePlaybackUrl = null, LiveThumbnailUrl = null }
        : room;
}
