namespace Amity.Tests.Cli;

/// <summary>Many ids: every one is accounted for, and what remains can be gone on with.</summary>
internal sealed class BulkCommandTests : CliTest
{
    [Test]
    public async Task Ids_FromArgumentsAndAFile_AreBannedOnceEach()
    {
        var outcome = await RunAsync("bans", "add", Room, "ann", "ben", "--yes", "--file", Write("ids.txt", "ben", "", " cleo ", "ann"));

        outcome.ExitCode.Should().Be(0);
        outcome.Column("id").Should().Equal("ann", "ben", "cleo");
        Sandbox.BannedViewers(Room).Should().Equal("ann", "ben", "cleo");
        Sandbox.RequestCount.Should().Be(1);
    }

    [TestCase("\n")]
    [TestCase("\r\n")]
    public async Task Ids_FromStandardInput_AreTakenLineByLine(string lineEnd)
    {
        await PipeAsync($"ann{lineEnd}ben", "bans", "add", Room, "--yes");

        Sandbox.BannedViewers(Room).Should().Equal("ann", "ben");
    }

    [Test]
    public async Task Ids_ThatBeginWithAt_AreNoFiles()
    {
        await RunAsync("bans", "add", Room, "@ann", "--yes");

        Sandbox.BannedViewers(Room).Should().Equal("@ann");
    }

    [Test]
    public async Task Outcomes_OfManyCalls_ComeInTheirOrder()
    {
        var outcome = await RunAsync("bans", "add", Room, "--yes", "--file", Write("ids.txt", [.. Viewers(2050), "staff-1", "zoe"]));

        outcome.ExitCode.Should().Be(3, outcome.Error);
        outcome.Column("id").Should().Equal([.. Viewers(2050), "staff-1", "zoe"]);
        outcome.Rows.Where(row => row["outcome"]!.GetValue<string>() == "rejected").Select(row => row["id"]!.GetValue<string>()).Should().Equal("staff-1");
        outcome.Error.Should().Match("amity: 2,051 viewers banned, 1 rejected, in * s.\n");
        Remaining().Should().BeEmpty();
    }

    [Test]
    public async Task Table_ShowsOnlyTheRejected()
    {
        var outcome = await RunAsync("bans", "add", Room, "ben", "staff-1", "--yes", "--output", "table");

        outcome.Output.Should().Contain("staff-1  rejected").And.NotContain("ben");
    }

    [Test]
    public async Task CutOffRun_WritesWhatRemains_AndGoesOnFromIt()
    {
        var ids = Viewers(15_000);
        Sandbox.Faults.Next(SandboxFault.ExtraFields, "banViewers", count: 20);
        Sandbox.Faults.Always(SandboxFault.UnauthorizedUntilRefreshed, "banViewers");
        var cut = await RunAsync("bans", "add", Room, "--yes", "--file", Write("ids.txt", ids));
        Sandbox.Faults.Clear();
        var remaining = Remaining().Should().ContainSingle().Subject;

        cut.ExitCode.Should().Be(3);
        cut.Error.Should().Contain("rejected (HTTP 401").And.Contain($"resume with: amity bans add {Room} --file {Path.GetFileName(remaining)}");
        RemainingIds().Concat(Sandbox.BannedViewers(Room)).Order(StringComparer.Ordinal).Should().Equal(ids);

        var rest = await RunAsync("bans", "add", Room, "--yes", "--file", remaining);

        rest.ExitCode.Should().Be(0, rest.Error);
        Sandbox.BannedViewers(Room).Order(StringComparer.Ordinal).Should().Equal(ids);
    }

    [Test]
    public async Task CutOffRun_OfCallsWithOneIdEach_AccountsForEveryId()
    {
        string[] rooms = [.. Enumerable.Range(1, 120).Select(number => $"room-{number}")];
        foreach (var id in rooms)
        {
            Sandbox.AddRoom(room => (room.RoomId, room.Status) = (id, "live"));
        }

        Sandbox.Faults.Next(SandboxFault.ExtraFields, "stopRoom", count: 5);
        Sandbox.Faults.Always(SandboxFault.UnauthorizedUntilRefreshed, "stopRoom");

        var outcome = await RunAsync(["rooms", "stop", "--yes", .. rooms]);

        outcome.ExitCode.Should().Be(3, outcome.Error);
        outcome.Error.Should().Contain("rejected (HTTP 401").And.Contain("5 rooms stopped, 115 remaining");
        outcome.Column("id").Should().Equal(rooms);
        RemainingIds().Should().Equal(outcome.Rows.Where(row => row["outcome"]!.GetValue<string>() == "notSent").Select(row => row["id"]!.GetValue<string>()));
    }

    [Test]
    public async Task LostResponses_AreKeptAsUnknown()
    {
        Sandbox.Faults.Always(SandboxFault.ResetAfterHandler, "banViewers");

        var outcome = await RunAsync("bans", "add", Room, "ann", "--yes");

        outcome.Column("outcome").Should().Equal("unknown");
        outcome.Error.Should().Contain("0 viewers banned, 1 remaining").And.Contain("may have been made all the same");
        RemainingIds().Should().Equal("ann");
    }

    [TestCase(">&-", 0, "")]
    [TestCase(">/dev/full", 3, "amity: Not all rows could be written: *\n")]
    public async Task OutputThatFails_DoesNotEndTheRun(string redirection, int exitCode, string message)
    {
        string[] command = ["bans", "add", Room, "--yes", "--file", Write("ids.txt", Viewers(5_000))];

        var outcome = await AmityProgram.RunInShellAsync(Settings, $"\"$@\" {redirection}", command);

        outcome.Error.Should().Match($"amity: 5,000 viewers banned, in * s.\n{message}");
        outcome.ExitCode.Should().Be(exitCode);
        Sandbox.BannedViewers(Room).Should().HaveCount(5_000);
    }

    [Test]
    public async Task OutputThatFails_WhenNothingWasDone_StaysAFailure()
    {
        Sandbox.Faults.Always(SandboxFault.UnauthorizedUntilRefreshed);

        var outcome = await AmityProgram.RunInShellAsync(Settings, "\"$@\" >/dev/full", "bans", "add", Room, "ann", "--yes");

        outcome.ExitCode.Should().Be(1, outcome.Error);
    }

    [Test]
    public async Task Terminated_SaysWhatWasDone()
    {
        using var process = AmityProgram.Start(Settings, "bans", "add", Room, "--yes", "--file", Write("ids.txt", Viewers(15_000)));
        // The first 10,000 go at once, the others wait for the rate limit.
        for (var i = 0; i < 10_000; i++)
        {
            await process.StandardOutput.ReadLineAsync();
        }

        using var kill = System.Diagnostics.Process.Start("kill", ["-TERM", $"{process.Id}"]);
        var rest = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        process.ExitCode.Should().Be(3);
        (await process.StandardError.ReadToEndAsync()).Should().Match("amity: Stopped.\namity: 10,000 viewers banned, 5,000 remaining, in * s.\namity: The remaining ids are in *");
        rest.Should().NotContain("\"done\"");
        RemainingIds().Should().HaveCount(5_000);
    }

    [Test]
    public async Task Reader_ThatLeaves_DoesNotEndTheRun()
    {
        using var process = AmityProgram.Start(Settings, "bans", "add", Room, "--yes", "--file", Write("ids.txt", Viewers(10_000)));
        await process.StandardOutput.ReadLineAsync();
        process.StandardOutput.Close();

        await process.WaitForExitAsync();

        process.ExitCode.Should().Be(0);
        (await process.StandardError.ReadToEndAsync()).Should().StartWith("amity: 10,000 viewers banned, in ");
        Sandbox.BannedViewers(Room).Should().HaveCount(10_000);
    }

    [Test]
    public async Task Unban_LiftsThem()
    {
        Sandbox.AddViewerBans(Room, ["ann", "ben"]);

        await RunAsync("bans", "remove", Room, "ann", "--yes");

        Sandbox.BannedViewers(Room).Should().Equal("ben");
    }
}
