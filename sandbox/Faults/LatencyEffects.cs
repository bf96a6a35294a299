namespace Amity.Sandbox.Faults;

/// <summary>Taking time.</summary>
internal static class LatencyEffects
{
    public static Task Wait(FaultScene scene) => Task.Delay(scene.Settings.Latency, scene.Time, scene.Ending);

    public static async Task WaitAndSend(FaultScene scene)
    {
        await Wait(scene);
        await TrueResponseEffects.Send(scene);
    }
}
