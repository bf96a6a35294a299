using System.Net;
using System.Net.Sockets;
using Amity.DriftCheck;

namespace Amity.Tests.Drift;

/// <summary>What cannot be checked is said in one line, with exit code 2 and nothing written.</summary>
internal sealed class CannotCheckTests : DriftTest
{
    [Test]
    public async Task Check_Unreachable_SaysSo()
    {
        var outcome = await CheckElsewhereAsync($"http://127.0.0.1:{FreePort()}", Room.RoomId, Sandbox.AdminToken);

        ShouldBeRejected(outcome, "127.0.0.1:* cannot be reached (getRoom): *");
    }

    [Test]
    public async Task Check_RejectedToken_SaysSo() =>
        ShouldBeRejected(await CheckHereAsync(Room.RoomId, "not-a-token"), "The token is rejected (getRoom: 401).");

    [Test]
    public async Task Check_UnknownRoom_SaysSo() =>
        ShouldBeRejected(await CheckHereAsync("nowhere", Sandbox.AdminToken), "The room is unknown (getRoom: 404).");

    [TestCase("..")]
    [TestCase(".")]
    [TestCase("012345678901234567890123456789012345678901234567890")]
    public async Task Check_RoomThatNoPathCanHold_NamesTheOptionAndTheLimit(string room) =>
        ShouldBeRejected(await CheckHereAsync(room, Sandbox.AdminToken), "--room must be an id of 1 to 50 characters, and neither \".\" nor \"..\".");

    [Test]
    public async Task Check_NoToken_NamesTheVariable() =>
        ShouldBeRejected(await CheckHereAsync(Room.RoomId, null), "The environment variable DRIFT_TEST_TOKEN holds no token.");

    [Test]
    public async Task Check_TokenOfTwoLines_IsNotSent()
    {
        ShouldBeRejected(await CheckHereAsync(Room.RoomId, "secret\nX-Other: 1"), "*cannot be a token.");
        Exchanges.Should().BeEmpty();
    }

    [TestCase("http://apix.eu.amity.co", "*must be https*")]
    [TestCase("ftp://apix.eu.amity.co", "*no http or https address*")]
    [TestCase("apix.eu.amity.co", "*no http or https address*")]
    [TestCase("https://user:word@apix.eu.amity.co", "*a host, a port and a path, and nothing else*")]
    [TestCase("https://apix.eu.amity.co?a=b", "*a host, a port and a path, and nothing else*")]
    public async Task Check_AddressNotFitForAToken_IsNotCalled(string url, string message) =>
        ShouldBeRejected(await CheckElsewhereAsync(url, Room.RoomId, Sandbox.AdminToken), message);

    [TestCase("--unheard-of")]
    [TestCase("--output", "xml")]
    [TestCase("--url")]
    public async Task Check_WrongOptions_SaysSo(params string[] options) => ShouldBeRejected(await RunAsync(options), "?*");

    [Test]
    public async Task Check_NothingNamed_SaysWhatIsMissing() =>
        ShouldBeRejected(await RunAsync(), "Name a service by --url and --room, or a recording by --har.");

    [Test]
    public async Task Check_FaultOfItsOwn_IsNoDrift()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        var exitCode = await DriftCommand.RunAsync(Target, output, error, _ => throw new InvalidCastException("a secret"));

        ShouldBeRejected(new CheckOutcome(exitCode, output.ToString(), error.ToString()), "The check itself failed (InvalidCastException).");
    }

    [Test]
    public async Task Check_ServiceFails_SaysSo()
    {
        Sandbox.Faults.Always(SandboxFault.HtmlBadGatewayBeforeHandler, "getRoom");

        ShouldBeRejected(await CheckAsync("--save", PathOf("samples")), "The service fails (getRoom: 502).");
    }

    [Test]
    public async Task Check_LostHalfway_WritesNothing()
    {
        Sandbox.Faults.Always(SandboxFault.ResetAfterHandler, "listViewerBans");

        ShouldBeRejected(await CheckAsync("--save", PathOf("samples")), "*cannot be reached (listViewerBans)*");
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

    private Task<CheckOutcome> CheckHereAsync(string room, string? token) => CheckElsewhereAsync(Sandbox.Address.AbsoluteUri, room, token);

    private Task<CheckOutcome> CheckElsewhereAsync(string url, string room, string? token) =>
        RunWithTokenAsync(token, "--url", url, "--room", room, "--token-env", "DRIFT_TEST_TOKEN", "--save", PathOf("samples"));

    private void ShouldBeRejected(CheckOutcome outcome, string message)
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
