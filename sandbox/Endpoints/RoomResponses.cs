using Amity.Sandbox.Pipeline;
using Amity.Sandbox.State;
using Amity.Sandbox.Wire;

namespace Amity.Sandbox.Endpoints;

/// <summary>The envelope around one room.</summary>
internal static class RoomResponses
{
    public static RoomResponse Response(this SandboxState state, Room room, Caller caller) =>
        new(new SideloadBuilder(state, caller).Add(room).Build());
}
