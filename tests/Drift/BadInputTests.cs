using System.Net;
using System.Net.Sockets;

namespace Amity.Tests.Drift;

/// <summary>What cannot be checked is said in one line, with exit code 2 and nothing written.</summary>
internal sealed class BadInputTests : DriftTest
{
    [Test]
    public async Task Check_Unreachable_SaysSo()
    {
        var outcome = await CheckElsewhereAsync($"http://127.0.0.1:{FreePort()}", Room.RoomId, Sandbox.AdminToken);

        ShouldBeRefused(outcome, "127.0.0.1:* cannot be reached (getRoom): *");
    }

    [Test]
    public async Task Check_RefusedToken_SaysSo() =>
        ShouldBeRefused(await CheckElsewhereAsync(Sandbox.Address.AbsoluteUri, Room.RoomId, "not-a-token"), "The token is refused (401).");

    [Test]
    public async Task Check_UnknownRoom_SaysSo() =>
        ShouldBeRefused(await CheckElsewhereAsync(Sandbox.Address.AbsoluteUri, "nowhere", Sandbox.AdminToken), "The room is unknown (404).");

    [TestCase("..")]
    [TestCase(".")]
    public async Task Check_RoomThatIsNoId_SaysSo(string room) =>
        ShouldBeRefused(await CheckElsewhereAsync(Sandbox.Address.AbsoluteUri, room, Sandbox.AdminToken), "*--room*");

    [Test]
    public async Task Check_NoToken_NamesTheVariable() =>
        ShouldBeRefused(await CheckElsewhereAsync(Sandbox.Address.AbsoluteUri, Room.RoomId, null), "The environment variable DRIFT_TEST_TOKEN holds no token.");

    [Test]
    public async Task Check_TokenOfTwoLines_IsNotSent()
    {
        ShouldBeRefused(await CheckElsewhereAsync(Sandbox.Address.AbsoluteUri, Room.RoomId, "secret\nX-Other: 1"), "*cannot be a token.");
        Exchanges.Should().BeEmpty();
    }

    [TestCase("http://apix.eu.amity.co", "*must be https*")]
    [TestCase("ftp://apix.eu.amity.co", "*no http or https address*")]
    [TestCase("apix.eu.amity.co", "*no http or https address*")]
    public async Task Check_AddressNotFitForAToken_IsNotCalled(string url, string message) =>
        ShouldBeRefused(await CheckElsewhereAsync(url, Room.RoomId, Sandbox.AdminToken), message);

    [TestCase("--unheard-of")]
    [TestCase("--output", "xml")]
    [TestCase("--url")]
    public async Task Check_WrongOptions_SaysSo(params string[] options) => ShouldBeRefused(await RunAsync(options), "?*");

    [Test]
    public async Task Check_NothingNamed_SaysWhatIsMissing() => ShouldBeRefused(await RunAsync(), "Name a service by --url and --room, or a recording by --har.");

    [Test]
    public async Task Check_ServiceFails_SaysSo()
    {
        Sandbox.Faults.Always(SandboxFault.HtmlBadGatewayBeforeHandler, "getRoom");

        ShouldBeRefused(await CheckAsync("--save", PathOf("samples")), "The service fails (502).");
    }

    [Test]
    public async Task Check_LostHalfway_WritesNothing()
    {
        Sandbox.Faults.Always(SandboxFault.ResetAfterHandler, "listViewerBans");

        ShouldBeRefused(await CheckAsync("--save", PathOf("samples")), "*cannot be reached (listViewerBans)*");
    }

    [Test]
    public async Task Save_FolderWithSomethingInIt_IsLeftAsItIs()
    {
        File.WriteAllText(PathOf("mine.json"), "{}");

        var outcome = await CheckAsync("--save", Folder.FullName);

        outcome.ExitCode.Should().Be(2);
        outcome.Error.Trim().Should().Be("--save must name a folder that is new or empty.");
        Folder.EnumerateFileSystemInfos().Select(file => file.Name).Should().Equal("mine.json");
        Exchanges.Should().BeEmpty();
    }

    private Task<CheckOutcome> CheckElsewhereAsync(string url, string room, string? token) =>
        RunWithTokenAsync(token, "--url", url, "--room", room, "--token-env", "DRIFT_TEST_TOKEN", "--save", PathOf("samples"));

    private void ShouldBeRefused(CheckOutcome outcome, string message)
    {
        outcome.ExitCode.Should().Be(2);
        outcome.Output.Should().BeEmpty();
        outcome.Error.Trim().Should().Match(message).And.NotContain("\n").And.NotContain(Sandbox.AdminToken);
        Folder.EnumerateFileSystemInfos().Should().BeEmpty();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
