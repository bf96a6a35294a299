using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Amity.Sandbox.Pipeline;

/// <summary>Dates every response by the sandbox's clock, which its other dates are of, too.</summary>
internal sealed class DateHeader(RequestDelegate next, TimeProvider time)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.Date = time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });
        return next(context);
    }
}
