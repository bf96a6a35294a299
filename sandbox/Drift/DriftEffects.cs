using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Amity.Sandbox.Drift;

/// <summary>Every drift with what it does to a response.</summary>
internal static class DriftEffects
{
    private const string OtherHost = "http://moved.example.net/";

    private static readonly Dictionary<SandboxDrift, Action<DriftedResponse>> Effects = new()
    {
        [SandboxDrift.NewField] = BodyDrift.AddField,
        [SandboxDrift.TypeChange] = BodyDrift.ChangeTypes,
        [SandboxDrift.NewEnumValue] = BodyDrift.ChangeEnumValues,
        [SandboxDrift.LimitExceeded] = BodyDrift.ExceedLimits,
        [SandboxDrift.NullValue] = BodyDrift.MakeNull,
        [SandboxDrift.DateFormat] = BodyDrift.ChangeDates,
        [SandboxDrift.UndocumentedStatus] = ChangeStatus,
        [SandboxDrift.UnknownErrorCode] = BodyDrift.ChangeErrorCode,
        [SandboxDrift.Headers] = AddHeaders,
        [SandboxDrift.RedirectHost] = Redirect,
        [SandboxDrift.NotJson] = BodyDrift.ReplaceByText,
    };

    public static Action<DriftedResponse> Of(SandboxDrift drift) =>
        Effects.GetValueOrDefault(drift) ?? throw new ArgumentOutOfRangeException(nameof(drift), drift, "There is no such drift.");

    private static void ChangeStatus(DriftedResponse response) => response.Response.StatusCode =
        response.TrueStatus < 300 ? StatusCodes.Status203NonAuthoritative : StatusCodes.Status418ImATeapot;

    private static void AddHeaders(DriftedResponse response)
    {
        response.Response.Headers.RetryAfter = 5.ToString(CultureInfo.InvariantCulture);
        response.Response.Headers["X-RateLimit-Remaining"] = "99";
        response.Response.Headers["X-Request-Id"] = "sandbox-request-1";
    }

    private static void Redirect(DriftedResponse response)
    {
        response.Response.StatusCode = response.Operation.Responses.ContainsKey(StatusCodes.Status302Found)
            ? StatusCodes.Status302Found
            : StatusCodes.Status307TemporaryRedirect;
        response.Response.Headers.Location = OtherHost;
        response.ReplaceBody([]);
    }
}
