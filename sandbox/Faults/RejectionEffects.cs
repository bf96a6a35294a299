using System.Globalization;
using Amity.Sandbox.Operations;
using Microsoft.AspNetCore.Http;

namespace Amity.Sandbox.Faults;

/// <summary>Responses that send the client away.</summary>
internal static class RejectionEffects
{
    public static Task TooManyRequests(FaultedExchange exchange) => Rejection(exchange, Reject.TooManyRequests());

    public static Task TooManyRequestsForSeconds(FaultedExchange exchange)
    {
        exchange.Response.Headers.RetryAfter = Math.Ceiling(exchange.Settings.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return TooManyRequests(exchange);
    }

    public static Task TooManyRequestsUntilDate(FaultedExchange exchange)
    {
        // HTTP dates have whole seconds; rounded up, or the client would come back too early.
        var until = exchange.Time.GetUtcNow() + exchange.Settings.RetryAfter + TimeSpan.FromTicks(TimeSpan.TicksPerSecond - 1);
        exchange.Response.Headers.RetryAfter = until.ToString("R", CultureInfo.InvariantCulture);
        return TooManyRequests(exchange);
    }

    public static Task Unauthorized(FaultedExchange exchange) => Rejection(exchange, Reject.Unauthorized());

    public static Task Redirect307(FaultedExchange exchange) => Redirect(exchange, StatusCodes.Status307TemporaryRedirect);

    public static Task Redirect302(FaultedExchange exchange) => Redirect(exchange, StatusCodes.Status302Found);

    private static Task Rejection(FaultedExchange exchange, OperationReply rejection) =>
        rejection.AsDocumented(exchange.Operation).WriteAsync(exchange.Response);

    private static Task Redirect(FaultedExchange exchange, int status)
    {
        exchange.Response.StatusCode = status;
        exchange.Response.Headers.Location = exchange.Settings.RedirectAddress.AbsoluteUri;
        return exchange.SendAsync(default);
    }
}
