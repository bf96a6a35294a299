using System.Text;
using Amity.Tests.Faults;
using Microsoft.AspNetCore.Http;

namespace Amity.Tests.Shapes;

/// <summary>What the server does about a request.</summary>
internal sealed class Reply(Func<HttpContext, ReceivedRequest, Task> write)
{
    /// <summary>Breaks the connection.</summary>
    public static Reply Reset { get; } = new((context, _) =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>Sends the request's own body back.</summary>
    public static Reply Echo { get; } = new((context, request) => WriteAsync(context, 200, "application/json", request.Body));

    public static Reply Json(string json, int status = 200) => Body("application/json", Encoding.UTF8.GetBytes(json), status);

    public static Reply Text(string text, string mediaType = "text/plain; charset=utf-8", int status = 200) =>
        Body(mediaType, Encoding.UTF8.GetBytes(text), status);

    public static Reply Body(string mediaType, byte[] body, int status = 200) => new((context, _) => WriteAsync(context, status, mediaType, body));

    public static Reply Empty(int status) => new((context, _) =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    public static Reply Redirect(string location, int status = 302) => new((context, _) =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    });

    /// <summary>An error as the service reports it.</summary>
    public static Reply Error(int status, int code) => Json($$"""{"status":"error","code":{{code}},"message":"No."}""", status);

    /// <summary>Lets the client's time for the attempt pass without a response.</summary>
    public static Reply Timeout(PromptClock clock) => new(async (context, _) =>
    {
        clock.EndAttempt();
        await Task.Delay(System.Threading.Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
    });

    public Task WriteAsync(HttpContext context, ReceivedRequest request) => write(context, request);

    private static Task WriteAsync(HttpContext context, int status, string mediaType, byte[] body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = mediaType;
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, 0, body.Length);
    }
}
