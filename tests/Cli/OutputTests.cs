namespace Amity.Tests.Cli;

/// <summary>Rows on the standard output, in the format asked for, while pages arrive.</summary>
internal sealed class OutputTests : CliTest
{
    [Test]
    public async Task Pipe_GetsJson_OneObjectALine()
    {
        Sandbox.AddViewerBans(Room, Viewers(250));

        var outcome = await RunAsync("bans", "list", Room);

        outcome.ExitCode.Should().Be(0);
        outcome.Error.Should().BeEmpty();
        outcome.Column("userId").Should().BeEquivalentTo(Viewers(250));
    }

    [Test]
    public async Task Json_OfARoom_KeepsTypes()
    {
        var room = (await RunAsync("rooms", "get", Room)).Rows.Should().ContainSingle().Subject;

        room["liveChatEnabled"]!.GetValue<bool>().Should().BeTrue();
        room["participants"]!["cohost-1"]!.GetValue<string>().Should().Be("coHost");
        room["metadata"]!["season"]!.GetValue<int>().Should().Be(2);
        room["endedAt"].Should().BeNull();
    }

    [Test]
    public async Task Csv_QuotesWhatNeedsIt()
    {
        Sandbox.AddRoom(room => (room.RoomId, room.Title) = ("quiz", "Who, what\nand \"why\""));

        var outcome = await RunAsync("rooms", "list", "--output", "csv", "--limit", "1");

        outcome.Output.Should().StartWith("roomId,title,status,").And.Contain("\nquiz,\"Who, what\nand \"\"why\"\"\",idle,");
    }

    [Test]
    public async Task Table_InAPipe_CutsNothing()
    {
        var title = new string('t', 300);
        Sandbox.AddRoom(room => room.Title = title);

        (await RunAsync("rooms", "list", "--output", "table")).Output.Should().Contain($"{title}  idle").And.NotContain("\u001b");
    }

    [Test]
    public async Task Table_WithControlCharacters_IsHarmless()
    {
        Sandbox.AddRoom(room => room.Title = "\u001b[31mred\u202e");

        (await RunAsync("rooms", "list", "--output", "table")).Output.Should().Contain("?[31mred?");
    }

    [Test]
    public async Task Limit_StopsAsking()
    {
        Sandbox.AddViewerBans(Room, Viewers(1000));

        (await RunAsync("bans", "list", Room, "--limit", "5")).Rows.Should().HaveCount(5);
        Sandbox.RequestCount.Should().Be(1);
    }

    [Test]
    public async Task Rows_AreThereBeforeTheListEnds()
    {
        Sandbox.AddViewerBans(Room, Viewers(1000));
        Sandbox.Faults.Always(SandboxFault.StalledBody, "listViewerBans");
        Sandbox.Faults.Next(SandboxFault.ExtraFields, "listViewerBans");
        using var process = AmityProgram.Start(Settings, "bans", "list", Room);

        var first = await process.StandardOutput.ReadLineAsync();
        process.Kill();

        first.Should().Contain("viewer-01000");
    }

    [Test]
    public async Task List_ThatBreaks_SaysFromWhereToGoOn()
    {
        Sandbox.AddViewerBans(Room, Viewers(150));
        Sandbox.Faults.Next(SandboxFault.ExtraFields, "listViewerBans");
        Sandbox.Faults.Next(SandboxFault.Redirect307, "listViewerBans");
        var broken = await RunAsync("bans", "list", Room);
        var token = broken.Error.Trim().Split("--from ")[1];

        var rest = await RunAsync("bans", "list", Room, "--from", token);

        broken.ExitCode.Should().Be(1);
        broken.Column("userId").Concat(rest.Column("userId")).Should().BeEquivalentTo(Viewers(150));
    }

    [Test]
    public async Task Reader_ThatLeaves_EndsTheList()
    {
        Sandbox.AddViewerBans(Room, Viewers(5000));
        using var process = AmityProgram.Start(Settings, "bans", "list", Room);
        await process.StandardOutput.ReadLineAsync();
        process.StandardOutput.Close();

        await process.WaitForExitAsync();

        process.ExitCode.Should().Be(1);
        (await process.StandardError.ReadToEndAsync()).Should().BeEmpty();
    }
}
