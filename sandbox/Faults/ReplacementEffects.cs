using Microsoft.AspNetCore.Http;

namespace Amity.Sandbox.Faults;

/// <summary>Responses that say nothing about what happened.</summary>
internal static class ReplacementEffects
{
    private static readonly byte[] BadGatewayPage =
        "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\r\n"u8.ToArray();

    public static Task HtmlBadGateway(FaultedExchange exchange)
    {
        exchange.Response.Clear();
        exchange.Response.StatusCode = StatusCodes.Status502BadGateway;
        exchange.Response.ContentType = "text/html";
        return exchange.SendAsync(BadGatewayPage);
    }

    public static Task Empty(FaultedExchange exchange)
    {
        exchange.Response.Clear();

        // A length of zero would say that nothing is missing: the body ends with the connection instead.
        exchange.Response.Headers.TransferEncoding = "identity";
        return exchange.Response.StartAsync(exchange.Ending);
    }

    public static Task Failure(FaultedExchange exchange)
    {
        exchange.Response.Clear();
        exchange.Response.ContentType = "application/json; charset=utf-8";
        return exchange.SendAsync(exchange.Operation.Success.Failure);
    }
}
