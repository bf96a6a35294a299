using Amity.Sandbox.Contract;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Amity.Sandbox.Pipeline;

/// <summary>Shows each request with its response to the observer before the caller gets the response.</summary>
internal sealed class ExchangeRecorder(RequestDelegate next, ExchangeObserver observer)
{
    public Task InvokeAsync(HttpContext context) =>
        observer.Observe is null ? next(context) : RecordAsync(context, observer.Observe);

    private async Task RecordAsync(HttpContext context, Action<SandboxExchange> observe)
    {
        var wire = context.Response.Body;
        using var response = new MemoryStream();
        context.Response.Body = response;

        // A caller who hangs up does not stop the response, so that what is shown is whole.
        var aborted = context.RequestAborted;
        context.RequestAborted = CancellationToken.None;
        try
        {
            await next(context);
        }
        finally
        {
            (context.Response.Body, context.RequestAborted) = (wire, aborted);
        }

        // Neither headers, cookies nor secrets: credentials must not end up in anybody's log.
        var operation = context.Operation();
        observe(new SandboxExchange(
            operation?.Id,
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Response.StatusCode,
            SecretText.Show(context.Features.Get<BufferedBody>()?.Bytes ?? default, operation?.BodySchema),
            SecretText.Show(response.GetBuffer().AsMemory(0, (int)response.Length), operation?.ResponseSchema(context.Response.StatusCode))));

        response.Position = 0;
        await response.CopyToAsync(wire, aborted);
    }
}

/// <summary>Whoever wants to see each request with its response.</summary>
internal sealed record ExchangeObserver(Action<SandboxExchange>? Observe);
