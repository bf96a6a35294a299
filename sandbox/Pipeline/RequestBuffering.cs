using Microsoft.AspNetCore.Http;

namespace Amity.Sandbox.Pipeline;

/// <summary>Reads the body once, so that it can be recorded, checked and bound.</summary>
internal sealed class RequestBuffering(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await BufferedBody.ReadAsync(context);
        await next(context);
    }
}
