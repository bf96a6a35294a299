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

            // A generated endpoint responds with a bare 400 to a value that it cannot bind.
            if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status400BadRequest, ContentType: null })
            {
                throw Reject.Invalid("A parameter has a value of the wrong type.");
            }
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            var rejection = exception switch
            {
                RejectedException rejected => rejected,
                BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Reject.TooLarge(),
                BadHttpRequestException malformed => Reject.Invalid(malformed.Message),
                _ => Reject.Failure("Unexpected error in the sandbox.", $"{exception.GetType().Name}: {exception.Message}"),
            };
            context.Response.Clear();
            context.Response.StatusCode = rejection.HttpStatus;
            await context.Response.WriteAsJsonAsync(rejection.Response);
        }
    }
}
