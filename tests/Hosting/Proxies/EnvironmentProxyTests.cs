using System.Diagnostics;

namespace Amity.Tests.Hosting.Proxies;

/// <summary>The environment's proxy is for what lies beyond this machine: a credential for a sandbox never goes to it.</summary>
public sealed class EnvironmentProxyTests
{
    [Test]
    public async Task Environment_ThatHasAProxy_IsNotFollowedToThisMachine(
        [Values("HTTP_PROXY", "http_proxy", "ALL_PROXY")] string variable, [Values("127.0.0.1", "localhost")] string host)
    {
        await using var proxy = RawServer.Responding(RawServer.Ok("""{"paging":{}}"""));
        await using var sandbox = await AmitySandbox.StartAsync();

        await ListAsync(new UriBuilder(sandbox.Address) { Host = host }.Uri, sandbox.AdminToken, variable, proxy.Address);

        proxy.RequestLines.Should().BeEmpty();
        sandbox.RequestCount.Should().Be(1);
    }

    [TestCase("HTTP_PROXY")]
    [TestCase("http_proxy")]
    [TestCase("ALL_PROXY")]
    public async Task Environment_ThatHasAProxy_IsFollowedBeyondThisMachine(string variable)
    {
        await using var proxy = RawServer.Responding(RawServer.Ok("""{"paging":{}}"""));

        await ListAsync(new Uri("http://rooms.invalid/"), "token", variable, proxy.Address);

        proxy.RequestLines.Should().ContainSingle().Which.Should().StartWith("GET http://rooms.invalid/");
    }

    private static async Task ListAsync(Uri address, string token, string variable, Uri proxy)
    {
        string[] arguments = [typeof(ListingProgram).Assembly.Location, address.ToString(), token];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.EndsWith("_PROXY", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment[variable] = proxy.ToString();
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, error);
    }
}
