using Microsoft.AspNetCore.Http;

namespace Amity.Tests.Contract.Provider;

/// <summary>Passes requests on to a provider and spoils its answers.</summary>
internal static class SpoiltProvider
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public static Task<LoopbackServer> StartAsync(Uri provider, Func<string, string> spoil) => LoopbackServer.StartAsync(async context =>
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(context.Request.Method),
            new Uri(provider, $"{context.Request.Path}{context.Request.QueryString}"));
        request.Headers.TryAddWithoutValidation("Authorization", [.. context.Request.Headers.Authorization]);
        if (context.Request.ContentType is { } contentType)
        {
            request.Content = new StreamContent(context.Request.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        using var answer = await Http.SendAsync(request);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        context.Response.Headers.Location = answer.Headers.Location?.ToString();
        await context.Response.WriteAsync(spoil(await answer.Content.ReadAsStringAsync()));
    });
}
