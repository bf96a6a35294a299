namespace Amity.Tests.Cli;

/// <summary>Nothing is destroyed by accident, and no token is shown.</summary>
internal sealed class SafetyTests : CliTest
{
    private const string Secret = "secret-of-mia";

    [TestCase("bans", "add", Room, "ann")]
    [TestCase("bans", "remove", Room, "ann")]
    [TestCase("rooms", "stop", Room)]
    [TestCase("rooms", "delete", Room)]
    [TestCase("participants", "remove", Room, "cohost-1")]
    public async Task WithoutATerminal_AndWithoutYes_NothingIsSent(params string[] command)
    {
        var outcome = await RunAsync(command);

        outcome.ExitCode.Should().Be(2);
        outcome.Error.Should().Match("amity: *--yes*--dry-run*Nothing was sent.\n");
        Sandbox.RequestCount.Should().Be(0);
    }

    [TestCase("POST", "/viewer-bans", "bans", "add", Room, "ann")]
    [TestCase("DELETE", "/viewer-bans", "bans", "remove", Room, "ann")]
    [TestCase("POST", "/stop", "rooms", "stop", Room)]
    [TestCase("DELETE", "/kitchen", "rooms", "delete", Room)]
    [TestCase("DELETE", "/participants", "participants", "remove", Room, "cohost-1")]
    [TestCase("POST", "/rooms", "rooms", "create", "--title", "x")]
    [TestCase("PUT", "/kitchen", "rooms", "update", Room, "--title", "x")]
    public async Task DryRun_ShowsTheRequest_AndSendsNothing(string method, string path, params string[] command)
    {
        var outcome = await RunAsync([.. command, "--dry-run"]);

        outcome.ExitCode.Should().Be(0, outcome.Error);
        outcome.Column("method").Should().Equal(method);
        outcome.Column("address").Single().Should().EndWith(path);
        outcome.Error.Should().Contain("Nothing was sent");
        Sandbox.RequestCount.Should().Be(0);
    }

    [Test]
    public async Task DryRun_OfMany_ShowsEveryCall()
    {
        var outcome = await RunAsync("bans", "add", Room, "--dry-run", "--file", Write("ids.txt", Viewers(250)));

        outcome.Rows.Select(row => row["body"]!["userIds"]!.AsArray().Count).Should().Equal(100, 100, 50);
    }

    [Test]
    public async Task DryRun_NeedsNoToken() =>
        (await RunWithAsync(new Dictionary<string, string> { ["AMITY_REGION"] = "eu" }, "bans", "add", Room, "ann", "--dry-run")).Output.Should().Contain("https://apix.eu.amity.co/");

    [TestCase("--token", "AMITY_TOKEN")]
    [TestCase("--admin-token", "AMITY_ADMIN_TOKEN")]
    public async Task TokenOption_IsTaken_WithAWarning(string option, string variable)
    {
        Sandbox.RevokeToken(Sandbox.AdminToken);
        Sandbox.AddToken("mia", canModerate: true, Secret);

        var outcome = await RunAsync("rooms", "list", option, Secret);

        outcome.Error.Should().Match($"amity: warning: {option} *history*{variable}*");
        ShouldNotBeShown(outcome);
    }

    [TestCase("--token", Secret, "rooms", "list", "--verbose")]
    [TestCase("--admin-token", Secret, "doctor", "--verbose")]
    [TestCase("--tokn", Secret, "rooms", "list")]
    [TestCase("--tokn=" + Secret, "rooms", "list")]
    [TestCase("rooms", "list", "--token", Secret, "--admin-token", Secret)]
    [TestCase("rooms", "list", "--token", Secret, "--token", Secret)]
    [TestCase("rooms", "list", "--token", Secret + "\n")]
    [TestCase("rooms", "list", "--base-url", Secret)]
    [TestCase("rooms", "list", "--region", Secret)]
    [TestCase("rooms", "list", Secret, "--token", Secret)]
    [TestCase("rooms", "list", "--limit", Secret, "--token", Secret)]
    [TestCase("rooms", "list", "--output", Secret, "--token", Secret)]
    [TestCase("bans", "add", Room, "ann", "--yes", "--file", Secret, "--admin-token", Secret)]
    [TestCase("bans", "add", Room, "ann", "--token", Secret, "--dry-run")]
    public async Task Token_IsNeverShown(params string[] command) => ShouldNotBeShown(await RunAsync(command));

    private static void ShouldNotBeShown(CliOutcome outcome) => (outcome.Output + outcome.Error).Should().NotContain(Secret).And.NotBeEmpty();
}
