using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Amity.Tests.Contract.Provider;

/// <summary>Passes each request on to a provider as one request, and its response back, changed on the way.</summary>
internal sealed class ProviderRelay : IAsyncDisposable
{
    private readonly ProviderClient _provider;
    private readonly LoopbackServer _server;

    private ProviderRelay(ProviderClient provider, LoopbackServer server) => (_provider, _server) = (provider, server);

    public Uri Address => _server.Address;

    public static async Task<ProviderRelay> StartAsync(Uri provider, string? token, Func<ProviderResponse, ProviderResponse> change)
    {
        var client = new ProviderClient(provider, token);
        var server = await LoopbackServer.StartAsync(async context =>
        {
            using var request = RequestOf(context, client);
            var response = await client.SendAsync(request);
            await change(response).WriteAsync(context.Response);
        });
        return new ProviderRelay(client, server);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _provider.Dispose();
    }

    private static HttpRequestMessage RequestOf(HttpContext context, ProviderClient provider)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), provider.AddressOf(target));
        if (context.Request.ContentType is not null)
        {
            request.Content = new StreamContent(context.Request.Body);
        }

        foreach (var (name, values) in context.Request.Headers)
        {
            // The host is the provider's, not the relay's.
            if (name != "Host" && !request.Headers.TryAddWithoutValidation(name, [.. values]))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, [.. values]);
            }
        }

        return request;
    }
}
