using System.Globalization;

namespace Amity.Tests.Cli;

/// <summary>Each command does on the service what it says.</summary>
internal sealed class CommandTests : CliTest
{
    [Test]
    public async Task Rooms_List_FiltersByStatus()
    {
        Sandbox.AddRoom(room => room.RoomId = "studio");

        (await RunAsync("rooms", "list", "--status", "idle", "recorded", "--sort", "firstCreated")).Column("roomId").Should().Equal("studio");
    }

    [Test]
    public async Task Rooms_Create_ShowsTheRoom()
    {
        var outcome = await RunAsync("rooms", "create", "--title", "Rehearsal", "--type", "coHosts", "--metadata", """{"take":[1,2]}""", "--chat", "false");

        var room = Sandbox.FindRoom(outcome.Column("roomId").Single()!)!;
        (room.Title, room.Type, room.IsLiveChatEnabled).Should().Be(("Rehearsal", "coHosts", false));
        outcome.Rows.Single()["metadata"]!["take"]!.AsArray().Should().HaveCount(2);
    }

    [Test]
    public async Task Rooms_Update_LeavesTheRestAlone()
    {
        var before = Sandbox.FindRoom(Room)!;

        await RunAsync("rooms", "update", Room, "--title", "Kitchen, part two");

        var after = Sandbox.FindRoom(Room)!;
        (after.Title, after.Description).Should().Be(("Kitchen, part two", before.Description));
    }

    [Test]
    public async Task Rooms_Stop_TakesSeveral()
    {
        Sandbox.AddRoom(room => room.RoomId = "studio");

        var outcome = await RunAsync("rooms", "stop", Room, "studio", "--yes");

        outcome.ExitCode.Should().Be(3);
        outcome.Column("outcome").Should().Equal("done", "rejected");
        Sandbox.FindRoom(Room)!.Status.Should().NotBe("live");
    }

    [Test]
    public async Task Rooms_Delete_DeletesThem()
    {
        (await RunAsync("rooms", "delete", Room, "--yes")).ExitCode.Should().Be(0);

        Sandbox.FindRoom(Room)!.IsDeleted.Should().BeTrue();
    }

    [Test]
    public async Task Rooms_Credentials_AreShown() =>
        (await RunAsync("rooms", "credentials", Room)).Column("coHostToken").Single().Should().NotBeNullOrEmpty();

    [Test]
    public async Task Participants_Remove_TakesThemOffTheStage()
    {
        await RunAsync("participants", "remove", Room, "cohost-1", "--yes");

        Sandbox.FindRoom(Room)!.Participants.Select(person => person.UserId).Should().Equal("host-1");
    }

    [Test]
    public async Task Recordings_Location_IsShown()
    {
        var recording = Sandbox.FindRoom(Room)!.PlaybackIds.Single();

        (await RunAsync("recordings", "location", Room, recording)).Column("location").Single().Should().Contain(recording);
        (await RunAsync("recordings", "location", Room, recording, "--thumbnail")).Column("location").Single().Should().NotContain("m3u8");
    }

    [Test]
    public async Task Doctor_OfAHealthyService_FindsNothing()
    {
        var outcome = await RunAsync("doctor");

        outcome.ExitCode.Should().Be(0);
        outcome.Column("check").Should().Equal("region", "reachability", "token", "clock", "rate limit");
        outcome.Column("result").Should().AllBe("ok");
    }

    [Test]
    public async Task Doctor_OfARejectedToken_FindsThat()
    {
        Sandbox.RevokeToken(Sandbox.AdminToken);

        var outcome = await RunAsync("doctor");

        outcome.ExitCode.Should().Be(1);
        outcome.Rows.Where(row => row["result"]!.GetValue<string>() != "ok").Select(row => row["check"]!.GetValue<string>()).Should().Equal("token", "rate limit");
    }

    [Test]
    public async Task Doctor_OfAClockThatIsOff_FindsThat()
    {
        await using var late = new LocalService((response, _) =>
        {
            response.Headers["Date"] = DateTimeOffset.UtcNow.AddHours(-1).ToString("r", CultureInfo.InvariantCulture);
            return LocalService.NoRooms;
        });

        var outcome = await RunAsync("doctor", "--base-url", late.Address);

        outcome.Rows.Single(row => row["check"]!.GetValue<string>() == "clock")["detail"]!.GetValue<string>().Should().MatchRegex("this machine is 3(599|600|601) s ahead");
        outcome.ExitCode.Should().Be(1);
    }

    [Test]
    public async Task Sandbox_RunsUntilItIsStopped()
    {
        using var process = AmityProgram.Start(Settings, "sandbox", "--bans", "3");
        var row = System.Text.Json.Nodes.JsonNode.Parse((await process.StandardOutput.ReadLineAsync())!)!;
        var there = new Dictionary<string, string> { ["AMITY_BASE_URL"] = row["address"]!.GetValue<string>(), ["AMITY_ADMIN_TOKEN"] = row["adminToken"]!.GetValue<string>() };

        var bans = await RunWithAsync(there, "bans", "list", Room);
        using var kill = System.Diagnostics.Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync();

        bans.Rows.Should().HaveCount(3);
        process.ExitCode.Should().Be(0);
    }

    [TestCase("rooms", "list")]
    [TestCase("rooms", "get", "kitchen")]
    [TestCase("rooms", "create", "--title", "x")]
    [TestCase("rooms", "update", "kitchen", "--title", "x")]
    [TestCase("rooms", "stop", "kitchen", "--yes")]
    [TestCase("rooms", "delete", "studio", "--yes")]
    [TestCase("rooms", "credentials", "studio")]
    [TestCase("participants", "remove", "kitchen", "cohost-1", "--yes")]
    [TestCase("bans", "list", "kitchen", "--limit", "3")]
    [TestCase("bans", "add", "kitchen", "ann", "--yes")]
    [TestCase("bans", "remove", "kitchen", "viewer-0001", "--yes")]
    [TestCase("recordings", "location", "garden", "recording-1")]
    [TestCase("doctor")]
    public async Task InASandbox_EveryCommand_NeedsNoSettings(params string[] command)
    {
        var outcome = await RunWithAsync(new Dictionary<string, string>(), [.. command, "--sandbox"]);

        outcome.ExitCode.Should().Be(0, outcome.Error);
        outcome.Rows.Should().NotBeEmpty();
        Sandbox.RequestCount.Should().Be(0);
    }
}
