using Microsoft.AspNetCore.Http;

namespace Amity.Sandbox.Faults;

/// <summary>Responses that say nothing about what happened.</summary>
internal static class ReplacementEffects
{
    private static readonly byte[] BadGatewayPage =
        "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\r\n"u8.ToArray();

    public static Task HtmlBadGateway(FaultScene scene)
    {
        scene.Response.Clear();
        scene.Response.StatusCode = StatusCodes.Status502BadGateway;
        scene.Response.ContentType = "text/html";
        return scene.SendAsync(BadGatewayPage);
    }

    public static Task Empty(FaultScene scene)
    {
        scene.Response.Clear();

        // A length of zero would say that nothing is missing: the body ends with the connection instead.
        scene.Response.Headers.TransferEncoding = "identity";
        return scene.Response.StartAsync(scene.Ending);
    }

    public static Task Failure(FaultScene scene)
    {
        scene.Response.Clear();
        scene.Response.ContentType = "application/json; charset=utf-8";
        return scene.SendAsync(scene.Operation.Responses.Failure);
    }
}
