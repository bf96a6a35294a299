using System.Globalization;

using Amity.Sandbox.Pipeline;

using Microsoft.AspNetCore.Http;

namespace Amity.Sandbox.Faults;

/// <summary>Answers that send the client away.</summary>
internal static class RefusalEffects
{
    public static Task TooManyRequests(FaultScene scene) => Refusal(scene, Refuse.TooManyRequests());

    public static Task TooManyRequestsForSeconds(FaultScene scene)
    {
        scene.Response.Headers.RetryAfter = Math.Ceiling(scene.Settings.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return TooManyRequests(scene);
    }

    public static Task TooManyRequestsUntilDate(FaultScene scene)
    {
        // HTTP dates have whole seconds; rounded up, or the client would come back too early.
        DateTimeOffset until = scene.Time.GetUtcNow() + scene.Settings.RetryAfter + TimeSpan.FromTicks(TimeSpan.TicksPerSecond - 1);
        scene.Response.Headers.RetryAfter = until.ToString("R", CultureInfo.InvariantCulture);
        return TooManyRequests(scene);
    }

    public static Task Unauthorized(FaultScene scene) => Refusal(scene, Refuse.Unauthorized());

    public static Task Redirect307(FaultScene scene) => Redirect(scene, StatusCodes.Status307TemporaryRedirect);

    public static Task Redirect302(FaultScene scene) => Redirect(scene, StatusCodes.Status302Found);

    private static Task Refusal(FaultScene scene, RefusedException refusal)
    {
        scene.Response.StatusCode = refusal.HttpStatus;
        return scene.Response.WriteAsJsonAsync(refusal.Answer, scene.Ending);
    }

    private static Task Redirect(FaultScene scene, int status)
    {
        scene.Response.StatusCode = status;
        scene.Response.Headers.Location = scene.Settings.RedirectAddress.AbsoluteUri;
        return scene.SendAsync(default);
    }
}
