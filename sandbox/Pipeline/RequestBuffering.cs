using Microsoft.AspNetCore.Http;

namespace Amity.Sandbox.Pipeline;

/// <summary>Reads the body once, so that it can be recorded, checked and bound.</summary>
internal sealed class RequestBuffering(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.ContentLength is not (null or 0) || context.Request.Headers.TransferEncoding.Count > 0)
        {
            var bytes = new MemoryStream();
            await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
            bytes.Position = 0;
            context.Request.Body = bytes;
            context.Features.Set(new BufferedBody(bytes.ToArray()));
        }

        await next(context);
    }
}
