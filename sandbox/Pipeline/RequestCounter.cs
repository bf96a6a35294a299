using Microsoft.AspNetCore.Http;

namespace Amity.Sandbox.Pipeline;

/// <summary>How many requests came in.</summary>
internal sealed class RequestCounter
{
    private long _count;

    public long Count => Interlocked.Read(ref _count);

    public Task CountAsync(HttpContext context, RequestDelegate next)
    {
        Interlocked.Increment(ref _count);
        return next(context);
    }
}
