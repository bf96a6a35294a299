using Amity.Sandbox.Operations;
using Microsoft.AspNetCore.Http;

namespace Amity.Sandbox.Pipeline;

/// <summary>Turns whatever goes wrong further down into the service's error body.</summary>
internal sealed class ErrorResponses(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            var rejection = exception switch
            {
                BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Reject.TooLarge(),
                BadHttpRequestException malformed => Reject.Invalid(malformed.Message),
                _ => Reject.Failure("Unexpected error in the sandbox.", $"{exception.GetType().Name}: {exception.Message}"),
            };
            context.Response.Clear();
            await rejection.WriteAsync(context.Response);
        }
    }
}
