namespace Amity.Sandbox.Faults;

/// <summary>Nothing wrong with the response.</summary>
internal static class TrueResponseEffects
{
    public static Task Send(FaultScene scene) => scene.SendAsync(scene.TrueBody);
}
