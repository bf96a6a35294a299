using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Amity.Tests.Drift;

/// <summary>A provider that is a sandbox, apart from what a test changes of its requests and responses.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    private readonly WebApplication _app;

    private Relay(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <param name="sandbox">Where requests go.</param>
    /// <param name="change">Changes a response, or replaces it; the request is what the sandbox got.</param>
    /// <param name="redirect">Changes a request's target and token on its way to the sandbox.</param>
    public static async Task<Relay> StartAsync(
        Uri sandbox,
        Action<HttpRequestMessage, RelayedResponse> change,
        Action<HttpRequestMessage>? redirect = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static (KestrelServerOptions kestrel) => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(async context =>
        {
            using var request = await RequestOfAsync(context.Request, sandbox);
            redirect?.Invoke(request);
            using var original = await Http.SendAsync(request);
            var body = await original.Content.ReadAsByteArrayAsync();
            var response = new RelayedResponse((int)original.StatusCode, body) { Location = original.Headers.Location?.ToString() };
            change(request, response);
            await response.SendAsync(context.Response);
        });
        await app.StartAsync();
        return new Relay(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task<HttpRequestMessage> RequestOfAsync(HttpRequest incoming, Uri sandbox)
    {
        var target = new Uri(sandbox, $"{incoming.Path.ToUriComponent()}{incoming.QueryString}");
        var request = new HttpRequestMessage(new HttpMethod(incoming.Method), target);
        foreach (var name in (string[])["Authorization", "x-admin-token"])
        {
            request.Headers.TryAddWithoutValidation(name, [.. incoming.Headers[name]]);
        }

        if (incoming.ContentType is { } contentType)
        {
            using var reader = new StreamReader(incoming.Body);
            request.Content = new StringContent(await reader.ReadToEndAsync(), Encoding.UTF8, contentType.Split(';')[0]);
        }

        return request;
    }
}
