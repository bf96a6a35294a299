using System.Net;
using System.Net.Sockets;

namespace Amity.Tests.Contract.AnyProvider;

/// <summary>An address where no provider responds: one problem, instead of a failure of each interaction.</summary>
internal sealed class UnreachableTests
{
    [Test]
    public async Task Problem_NobodyListens_SaysThatNoConnectionCameAbout()
    {
        var check = await ProviderCheck.RunAsync(ClosedPort(), "token", "room", PactFile.Interactions);

        check.Problem.Should().Be("no response (ConnectionError)");
    }

    [TestCase("SSH-2.0-5ecret\r\n\r\n")]
    [TestCase("HTTP/1.1 200 OK\r\n5ecret header: x\r\n\r\n")]
    public async Task Problem_ResponseIsNotHttp_SaysNothingOfIt(string response)
    {
        await using var server = RawServer.Responding(response);

        var check = await ProviderCheck.RunAsync(server.Address, "token", "room", PactFile.Interactions);

        check.Problem.Should().StartWith("no response (").And.NotContain("5ecret");
    }

    [Test]
    public async Task Problem_CompressionIsBroken_SaysSo()
    {
        await using var server = RawServer.Responding(
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 8\r\nConnection: close\r\n\r\nno gzip!");

        var check = await ProviderCheck.RunAsync(server.Address, "token", "room", PactFile.Interactions);

        check.Problem.Should().Be("a response whose compression is broken");
    }

    private static Uri ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
