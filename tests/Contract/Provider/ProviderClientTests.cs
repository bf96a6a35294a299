using System.Net;

namespace Amity.Tests.Contract.Provider;

/// <summary>Where the requests of a verification go.</summary>
[NonParallelizable]
internal sealed class ProviderClientTests
{
    [Test]
    public async Task GetAsync_ProviderOnThisMachine_GoesThroughNoProxy()
    {
        await using var proxy = RawServer.Responding(RawServer.Ok("""{"by":"proxy"}"""));
        await using var provider = RawServer.Responding(RawServer.Ok("""{"by":"provider"}"""));
        var systems = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy(proxy.Address);
        try
        {
            using var client = new ProviderClient(provider.Address);

            await client.GetAsync("/api/v1/rooms", "token-of-the-test");
        }
        finally
        {
            HttpClient.DefaultProxy = systems;
        }

        proxy.Requests.Should().Be(0);
        provider.Heads.Should().ContainSingle().Which.Should().Contain("token-of-the-test");
    }
}
