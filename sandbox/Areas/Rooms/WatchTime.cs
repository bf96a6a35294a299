using Amity.Sandbox.Operations;

namespace Amity.Sandbox.Areas.Rooms;

/// <summary>Reports of how long rooms were watched.</summary>
internal static class WatchTime
{
    public static void AddTo(OperationHandlers handlers, WatchTimeSignature signature) => handlers.Add("reportWatchTime", call =>
        !signature.Fits(call.Body) ? Reject.Failure("Invalid signature.")
        : call.State.UsedNonces.Add(call.Text("nonceStr")!) ? call.Done()
        : Reject.Failure("The nonce was used before."));
}
