using Amity.Sandbox.Areas.Files;
using Amity.Sandbox.Areas.Presence;
using Amity.Sandbox.Areas.Rooms;
using Amity.Sandbox.Areas.Sessions;
using Amity.Sandbox.Areas.Users;
using Amity.Sandbox.Contract;
using Amity.Sandbox.Operations;

namespace Amity.Sandbox.Areas;

/// <summary>The areas of the service whose operations keep state here.</summary>
internal static class SandboxAreas
{
    public static OperationHandlers CreateHandlers(ServiceContract contract, WatchTimeSignature signature, SessionOperations sessions)
    {
        var handlers = new OperationHandlers(contract);
        UserDirectory.AddTo(handlers);
        StoredImage.AddTo(handlers);
        RoomOperations.AddTo(handlers);
        ViewerBans.AddTo(handlers);
        WatchTime.AddTo(handlers, signature);
        sessions.AddTo(handlers);
        PresenceOperations.AddTo(handlers);
        return handlers;
    }
}
