namespace Amity.Tests.Contract.Provider;

/// <summary>Passes each request on to a provider as one request, and its response back, changed on the way.</summary>
internal sealed class ProviderRelay : IAsyncDisposable
{
    private readonly ProviderClient _provider;
    private readonly LoopbackServer _server;

    private ProviderRelay(ProviderClient provider, LoopbackServer server) => (_provider, _server) = (provider, server);

    public Uri Address => _server.Address;

    public static async Task<ProviderRelay> StartAsync(Uri provider, Func<ProviderResponse, ProviderResponse> change)
    {
        var client = new ProviderClient(provider);
        var server = await LoopbackServer.StartAsync(async context => await change(await client.SendAsync(context.Request)).WriteAsync(context.Response));
        return new ProviderRelay(client, server);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _provider.Dispose();
    }
}
