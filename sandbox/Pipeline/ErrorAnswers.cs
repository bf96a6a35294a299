using Microsoft.AspNetCore.Http;

namespace Amity.Sandbox.Pipeline;

/// <summary>Turns whatever goes wrong further down into the service's error body.</summary>
internal sealed class ErrorAnswers(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);

            // Generated endpoints answer a value that they cannot bind with a bare 400.
            if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status400BadRequest, ContentType: null })
            {
                throw Refuse.Invalid("A parameter has a value of the wrong type.");
            }
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            RefusedException refusal = exception switch
            {
                RefusedException refused => refused,
                BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Refuse.TooLarge(),
                BadHttpRequestException malformed => Refuse.Invalid(malformed.Message),
                _ => Refuse.Failure("Unexpected error in the sandbox.", $"{exception.GetType().Name}: {exception.Message}"),
            };
            context.Response.Clear();
            context.Response.StatusCode = refusal.HttpStatus;
            await context.Response.WriteAsJsonAsync(refusal.Answer);
        }
    }
}
