using System.Diagnostics;

namespace Amity.Tests.Drift;

/// <summary>What is allowed over plain http because it stays on this machine must not leave it by a proxy.</summary>
internal sealed class ProxyBypassTests : DriftTest
{
    [TestCase("HTTP_PROXY", "127.0.0.1")]
    [TestCase("http_proxy", "localhost")]
    [TestCase("ALL_PROXY", "127.0.0.1")]
    [TestCase("all_proxy", "localhost")]
    public async Task Check_ServiceOnThisMachine_IsCalledDirectly(string variable, string host)
    {
        await using var proxy = RawServer.Responding(RawServer.Ok("{}"));

        var (exitCode, output) = await RunProgramAsync($"http://{host}:{Sandbox.Address.Port}", variable, proxy.Address);

        exitCode.Should().Be(0, output);
        proxy.Requests.Should().Be(0);
        Exchanges.Should().NotBeEmpty();
    }

    [Test]
    public async Task Check_ServiceElsewhere_IsCalledByTheProxy()
    {
        await using var proxy = RawServer.Responding("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        var (exitCode, output) = await RunProgramAsync("https://service.example", "ALL_PROXY", proxy.Address);

        exitCode.Should().Be(2);
        output.Trim().Should().Be("service.example cannot be reached (getRoom): a proxy rejected the connection.");
        proxy.RequestLines.Should().Equal("CONNECT service.example:443 HTTP/1.1");
        proxy.Heads.Should().OnlyContain(head => !head.Contains(Sandbox.AdminToken, StringComparison.Ordinal));
    }

    // A process of its own, as .NET reads these variables once.
    private async Task<(int ExitCode, string Output)> RunProgramAsync(string url, string variable, Uri proxy)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Amity.DriftCheck.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--url", url, "--room", Room.RoomId])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["AMITY_TOKEN"] = Sandbox.AdminToken },
        };
        foreach (var name in start.Environment.Keys.Where(name => name.EndsWith("_proxy", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment[variable] = proxy.AbsoluteUri;
        using var process = Process.Start(start)!;
        var outputs = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(outputs));
    }
}
