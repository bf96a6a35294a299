using Microsoft.AspNetCore.Http;

namespace Amity.Sandbox.Pipeline;

/// <summary>The whole body of a request, for everyone who looks at it besides the endpoint.</summary>
internal sealed record BufferedBody(ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Reads the body, and leaves it to be read again.</summary>
    public static async Task ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength is not (null or 0) || context.Request.Headers.TransferEncoding.Count > 0)
        {
            var bytes = new MemoryStream();
            await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
            bytes.Position = 0;
            context.Request.Body = bytes;
            context.Features.Set(new BufferedBody(bytes.ToArray()));
        }
    }
}

/// <summary>Reads the body once, so that it can be recorded, checked and bound.</summary>
internal sealed class RequestBuffering(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await BufferedBody.ReadAsync(context);
        await next(context);
    }
}
