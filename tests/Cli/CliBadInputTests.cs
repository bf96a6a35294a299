using System.Net;
using System.Net.Sockets;

namespace Amity.Tests.Cli;

/// <summary>What cannot be done is said in one line on the error stream, with the right exit code and nothing sent.</summary>
internal sealed class CliBadInputTests : CliTest
{
    private static readonly Dictionary<string, string> Nothing = [];

    [TestCase("rooms", "lst")]
    [TestCase("rooms")]
    [TestCase("rooms", "get")]
    [TestCase("rooms", "get", "a", "b")]
    [TestCase("rooms", "list", "--unheard-of")]
    [TestCase("rooms", "list", "--status", "asleep")]
    [TestCase("rooms", "list", "--output", "xml")]
    [TestCase("rooms", "list", "--limit", "0")]
    [TestCase("rooms", "list", "--limit", "many")]
    [TestCase("rooms", "create", "--metadata", "{")]
    [TestCase("rooms", "create", "--metadata", "[]")]
    [TestCase("rooms", "create")]
    [TestCase("rooms", "update", Room)]
    [TestCase("rooms", "get", "..")]
    [TestCase("sandbox", "--port", "70000")]
    [TestCase("rooms", "list", "--sandbox", "--region", "eu")]
    public async Task WrongWords_AreUsage(params string[] arguments)
    {
        ShouldBeRejected(await RunAsync(arguments), 2, "*?*");
        Sandbox.RequestCount.Should().Be(0);
    }

    [Test]
    public async Task Region_Unknown_NamesThoseThereAre()
    {
        var elsewhere = new Dictionary<string, string> { ["AMITY_REGION"] = "mars", ["AMITY_TOKEN"] = "t" };

        ShouldBeRejected(await RunWithAsync(elsewhere, "rooms", "list"), 2, "AMITY_REGION *us, eu or sg*");
    }

    [Test]
    public async Task Place_NotSet_SaysWhatToSet() => ShouldBeRejected(await RunWithAsync(Nothing, "rooms", "list"), 2, "*AMITY_REGION*--sandbox*");

    [Test]
    public async Task Token_NotSet_SaysWhatToSet() =>
        ShouldBeRejected(await RunWithAsync(new Dictionary<string, string> { ["AMITY_REGION"] = "eu" }, "rooms", "list"), 2, "*AMITY_TOKEN*--sandbox*");

    [Test]
    public async Task Settings_ThatContradict_AreNotChosenFrom()
    {
        var both = new Dictionary<string, string>(Settings.Environment) { ["AMITY_REGION"] = "eu" };

        ShouldBeRejected(await RunWithAsync(both, "rooms", "list"), 2, "*AMITY_REGION and AMITY_BASE_URL*");
    }

    [TestCase("ftp://somewhere")]
    [TestCase("somewhere")]
    [TestCase("http://elsewhere.example")]
    public async Task Address_NotFitForAToken_IsNotCalled(string address) => ShouldBeRejected(await RunAsync("rooms", "list", "--base-url", address), 2, "*http*");

    [Test]
    public async Task File_Missing_IsNamed() => ShouldBeRejected(await RunAsync("bans", "add", Room, "--yes", "--file", "nowhere.txt"), 2, "*nowhere.txt cannot be read: there is no such file.");

    [Test]
    public async Task File_ThatIsAFolder_IsNamed() => ShouldBeRejected(await RunAsync("bans", "add", Room, "--yes", "--file", Folder.FullName), 2, "*cannot be read*");

    [Test]
    public async Task File_Empty_IsNamed() => ShouldBeRejected(await RunAsync("bans", "add", Room, "--yes", "--file", Write("empty.txt", "", " ")), 2, "*no ids in *empty.txt*");

    [Test]
    public async Task File_NoText_IsNamed()
    {
        var file = Path.Combine(Folder.FullName, "image.png");
        await File.WriteAllBytesAsync(file, [0x89, 0x50, 0xff, 0xfe, 0x0a]);

        ShouldBeRejected(await RunAsync("bans", "add", Room, "--yes", "--file", file), 2, "*image.png is not UTF-8 text*");
    }

    [Test]
    public async Task StandardInput_Empty_IsNamed() => ShouldBeRejected(await RunAsync("bans", "add", Room, "--yes"), 2, "*no ids in the standard input*");

    [Test]
    public async Task Id_TooLong_IsNamedByItsLineAndNothingIsSent()
    {
        ShouldBeRejected(await RunAsync("bans", "add", Room, "--yes", "--file", Write("ids.txt", [.. Viewers(500), new string('x', 51)])), 2, "*Line 501 of *51 characters*Nothing was sent.");
        Sandbox.RequestCount.Should().Be(0);
    }

    [Test]
    public async Task Token_Rejected_SaysWhichAndWhere()
    {
        var outcome = await RunWithAsync(new Dictionary<string, string>(Settings.Environment) { ["AMITY_TOKEN"] = "stale-secret" }, "rooms", "list");

        ShouldBeRejected(outcome, 1, "*token from AMITY_TOKEN was rejected (HTTP 401*127.0.0.1*");
        outcome.Error.Should().NotContain("stale-secret");
    }

    [Test]
    public async Task Network_Absent_SaysWhoCannotBeReached()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://{listener.LocalEndpoint}";
        listener.Stop();

        ShouldBeRejected(await RunAsync("rooms", "list", "--base-url", address), 1, "*cannot be reached*");
    }

    [Test]
    public async Task Room_Unknown_SaysWhereTheRoomsAre() =>
        ShouldBeRejected(await RunAsync("rooms", "get", "nowhere"), 1, "*Room not found (HTTP 404*");

    [Test]
    public async Task Proxy_InTheWay_IsNamedWithoutItsPassword()
    {
        await using var proxy = RawServer.Responding("HTTP/1.1 200 OK\r\n\r\nno TLS");
        var environment = new Dictionary<string, string>
        {
            ["AMITY_REGION"] = "eu",
            ["AMITY_TOKEN"] = "t",
            ["HTTPS_PROXY"] = $"http://bob:hunter2@{proxy.Address.Authority}",
        };

        var outcome = await RunWithAsync(environment, "rooms", "list");

        ShouldBeRejected(outcome, 1, $"*apix.eu.amity.co*the proxy {proxy.Address.Authority}*");
        outcome.Error.Should().NotContain("hunter2");
    }

    [Test]
    public async Task Verbose_ShowsWhereItCameFrom()
    {
        var outcome = await RunAsync("rooms", "get", "nowhere", "--verbose");

        outcome.Error.Should().Contain(nameof(AmityApiException)).And.Contain("   at ");
    }

    [Test]
    public async Task ServiceText_WithControlCharacters_DoesNotReachTheTerminal()
    {
        var outcome = await RunAsync("bans", "add", Room, "\u001b[2J", "--yes", "--file", "\u001b]0;mine\u0007");

        outcome.ExitCode.Should().Be(2);
        outcome.Error.Should().NotContain("\u001b");
    }

    [Test]
    public async Task Proxy_ThatRejectsTheConnection_IsNamed_AndNothingWasSent()
    {
        await using var proxy = RawServer.Responding("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        var environment = new Dictionary<string, string>
        {
            ["AMITY_REGION"] = "eu",
            ["AMITY_TOKEN"] = "t",
            ["HTTPS_PROXY"] = proxy.Address.AbsoluteUri,
        };

        var outcome = await RunWithAsync(environment, "rooms", "create", "--title", "x");

        ShouldBeRejected(outcome, 1, $"*apix.eu.amity.co*the proxy {proxy.Address.Authority}*(HTTP 407)*othing was sent*");
        outcome.Error.Should().NotContain("may have been made");
        proxy.Requests.Should().Be(1);
    }

    [Test]
    public async Task Verbose_WithControlCharactersOfTheService_DoesNotObeyThem()
    {
        await using var service = new LocalService((response, _) =>
        {
            response.StatusCode = 403;
            return """{"status":"error","code":400300,"message":"\u001b[2J\u009b2J\u0007\namity: all is well"}""";
        });

        var outcome = await RunAsync("rooms", "list", "--base-url", service.Address, "--verbose");

        outcome.Error.Should().Contain(nameof(AmityApiException)).And.NotContainAny("\u001b", "\u009b", "\u0007", "\namity: all is well");
    }

    [TestCase("rooms", "list")]
    [TestCase("rooms", "get", Room)]
    [TestCase("doctor")]
    public async Task Output_Closed_IsNamed(params string[] command)
    {
        var outcome = await AmityProgram.RunInShellAsync(Settings, "\"$@\" >&-", command);

        outcome.Error.Should().Be("amity: The standard output is closed.\n");
        outcome.ExitCode.Should().Be(1);
    }

    private static void ShouldBeRejected(CliOutcome outcome, int exitCode, string message)
    {
        outcome.Error.Trim().Should().Match($"amity: {message}").And.NotContain("\n");
        outcome.ExitCode.Should().Be(exitCode);
        outcome.Output.Should().BeEmpty();
    }
}
