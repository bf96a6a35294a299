namespace Amity.Sandbox.Faults;

/// <summary>Half of the body.</summary>
internal static class PartialBodyEffects
{
    public static async Task Stall(FaultScene scene)
    {
        scene.Response.ContentLength = scene.Body.Length;
        await WriteHalf(scene);
        await Task.Delay(Timeout.InfiniteTimeSpan, scene.Ending);
    }

    public static Task CutAnnounced(FaultScene scene)
    {
        scene.Response.ContentLength = scene.Body.Length;
        return CutShort(scene);
    }

    public static Task CutChunks(FaultScene scene) => CutShort(scene);

    public static Task CutJson(FaultScene scene) => scene.SendAsync(Half(scene));

    private static async Task CutShort(FaultScene scene)
    {
        await WriteHalf(scene);

        // An exception after the start is how Kestrel is made to send what it has and to close, without an end to the body;
        // an abort could lose the half that was just written.
        throw new IOException("The sandbox cuts this response short on purpose.");
    }

    private static async Task WriteHalf(FaultScene scene)
    {
        await scene.Response.Body.WriteAsync(Half(scene), scene.Ending);
        await scene.Response.Body.FlushAsync(scene.Ending);
    }

    private static ReadOnlyMemory<byte> Half(FaultScene scene) => scene.Body[..(scene.Body.Length / 2)];
}
