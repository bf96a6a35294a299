using System.Globalization;

using Amity.Sandbox.Pipeline;

using Microsoft.AspNetCore.Http;

namespace Amity.Sandbox.Faults;

/// <summary>Responses that send the client away.</summary>
internal static class RejectionEffects
{
    public static Task TooManyRequests(FaultScene scene) => Rejection(scene, Reject.TooManyRequests());

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

    public static Task Unauthorized(FaultScene scene) => Rejection(scene, Reject.Unauthorized());

    public static Task Redirect307(FaultScene scene) => Redirect(scene, StatusCodes.Status307TemporaryRedirect);

    public static Task Redirect302(FaultScene scene) => Redirect(scene, StatusCodes.Status302Found);

    private static Task Rejection(FaultScene scene, RejectedException rejection)
    {
        scene.Response.StatusCode = rejection.HttpStatus;
        return scene.Response.WriteAsJsonAsync(rejection.Response, scene.Ending);
    }

    private static Task Redirect(FaultScene scene, int status)
    {
        scene.Response.StatusCode = status;
        scene.Response.Headers.Location = scene.Settings.RedirectAddress.AbsoluteUri;
        return scene.SendAsync(default);
    }
}
