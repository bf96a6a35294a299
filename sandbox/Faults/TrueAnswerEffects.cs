namespace Amity.Sandbox.Faults;

/// <summary>Nothing wrong with the answer.</summary>
internal static class TrueAnswerEffects
{
    public static Task Send(FaultScene scene) => scene.SendAsync(scene.TrueBody);
}
