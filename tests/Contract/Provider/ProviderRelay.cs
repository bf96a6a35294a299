using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Amity.Tests.Contract.Provider;

/// <summary>Passes each request on to a provider as one request, and its response back, changed on the way.</summary>
internal sealed class ProviderRelay : IAsyncDisposable
{
    private readonly ProviderClient _provider;
    private readonly Func<ProviderResponse, ProviderResponse> _change;
    private LoopbackServer _server = null!;

    private ProviderRelay(ProviderClient provider, Func<ProviderResponse, ProviderResponse> change) =>
        (_provider, _change) = (provider, change);

    public Uri Address => _server.Address;

    /// <summary>The provider's last response, as it came; null before the first.</summary>
    public ProviderResponse? Last { get; private set; }

    public static async Task<ProviderRelay> StartAsync(Uri provider, string? token, Func<ProviderResponse, ProviderResponse> change)
    {
        var relay = new ProviderRelay(new ProviderClient(provider, token), change);
        relay._server = await LoopbackServer.StartAsync(relay.PassOnAsync);
        return relay;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _provider.Dispose();
    }

    private async Task PassOnAsync(HttpContext context)
    {
        using var request = RequestOf(context);
        Last = await _provider.SendAsync(request);
        await _change(Last).WriteAsync(context.Response);
    }

    private HttpRequestMessage RequestOf(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), _provider.AddressOf(target));
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
