namespace Amity.Tests.Cli;

/// <summary>What is for this machine never goes to a proxy, which may be another one and would read the token.</summary>
internal sealed class CliProxyTests : CliTest
{
    [Test]
    public async Task Loopback_IsCalledDirectly(
        [Values("HTTP_PROXY", "http_proxy", "ALL_PROXY")] string variable,
        [Values("rooms list", "doctor")] string command,
        [Values] bool ownSandbox)
    {
        await using var proxy = RawServer.Responding(RawServer.Ok(LocalService.NoRooms));
        var environment = new Dictionary<string, string> { [variable] = proxy.Address.AbsoluteUri };
        string[] place = ownSandbox ? ["--sandbox"] : ["--base-url", Sandbox.Address.AbsoluteUri, "--token", Sandbox.AdminToken];

        var outcome = await RunWithAsync(environment, [.. command.Split(' '), .. place]);

        proxy.RequestLines.Should().BeEmpty();
        outcome.ExitCode.Should().Be(0, outcome.Error);
        outcome.Rows.Should().NotBeEmpty();
    }
}
