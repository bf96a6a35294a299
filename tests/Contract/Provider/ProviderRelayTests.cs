using System.Text;
using Microsoft.AspNetCore.Http;

namespace Amity.Tests.Contract.Provider;

/// <summary>A relay between a provider and a client that sends several requests at once.</summary>
internal sealed class ProviderRelayTests
{
    [Test]
    public async Task Relay_RequestsAtOnce_GivesEachItsOwnResponse()
    {
        await using var provider = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(context.Request.Path));
        await using var relay = await ProviderRelay.StartAsync(provider.Address, response => response);
        using var client = new ProviderClient(relay.Address);
        string[] targets = [.. Enumerable.Range(0, 200).Select(number => $"/{number}")];

        var responses = await Task.WhenAll(targets.Select(target => client.GetAsync(target)));

        responses.Select(response => Encoding.UTF8.GetString(response.Body)).Should().Equal(targets);
    }
}
