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
        room["participants"]!.AsArray().Select(person => (person!["userId"]!.ToString(), person["type"]!.ToString()))
            .Should().Equal(("host-1", "host"), ("cohost-1", "coHost"));
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
    public async Task Participants_WithoutAnId_OrTwice_Stay()
    {
        const string People = """[{"userId":null,"type":"host"},{"userId":"ann","type":"coHost"},{"userId":"ann"}]""";
        await using var service = new LocalService((_, _) => $$"""{"rooms":[{"roomId":"kitchen","participants":{{People}} }]}""");

        var json = await RunAtAsync(service, "rooms", "get", Room);
        var csv = await RunAtAsync(service, "rooms", "get", Room, "--output", "csv");

        const string Shown = """[{"userId":null,"type":"host"},{"userId":"ann","type":"coHost"},{"userId":"ann","type":null}]""";
        json.Rows.Single()["participants"]!.ToJsonString().Should().Be(Shown);
        csv.Output.Should().Contain(Shown.Replace("\"", "\"\"", StringComparison.Ordinal));
    }

    [TestCase("=1+1", "'=1+1")]
    [TestCase("+1", "'+1")]
    [TestCase("-1", "'-1")]
    [TestCase("@SUM(A1)", "'@SUM(A1)")]
    [TestCase("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")]
    [TestCase("\t=1", "'\t=1")]
    [TestCase("'=1", "''=1")]
    [TestCase("1=1", "1=1")]
    [TestCase("'tis", "'tis")]
    public async Task Csv_HasNoFormulas(string title, string cell)
    {
        Sandbox.AddRoom(room => (room.RoomId, room.Title) = ("quiz", title));

        (await RunAsync("rooms", "list", "--output", "csv", "--limit", "1")).Output.Should().Contain($"\nquiz,{cell},idle,");
    }

    [Test]
    public async Task Csv_LeavesNumbersAlone()
    {
        await using var service = new LocalService((_, _) => """{"rooms":[{"roomId":"kitchen","durationSeconds":-5}]}""");

        (await RunAtAsync(service, "rooms", "get", Room, "--output", "csv")).Output.Should().Contain(",-5,");
    }

    [Test]
    public async Task Table_InAPipe_CutsNothing()
    {
        var title = new string('t', 3000);
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
        var token = broken.Error.Trim().Split("--from ")[1].Trim('\'');

        var rest = await RunAsync("bans", "list", Room, "--from", token);

        broken.ExitCode.Should().Be(1);
        broken.Column("userId").Concat(rest.Column("userId")).Should().BeEquivalentTo(Viewers(150));
    }

    [Test]
    public async Task From_Empty_IsTheBeginning()
    {
        Sandbox.AddViewerBans(Room, Viewers(3));

        (await RunAsync("bans", "list", Room, "--from", "")).Column("userId").Should().BeEquivalentTo(Viewers(3));
    }

    [Test]
    public async Task From_Empty_IsNotWhereToGoOn() =>
        (await RunAsync("bans", "list", "nowhere", "--from", "")).Error.Should().NotContain("--from");

    [Test]
    public async Task ContinuationToken_IsShownAsAWordOfTheShell()
    {
        await using var service = new LocalService((response, number) =>
        {
            response.StatusCode = number == 1 ? 200 : 403;
            return number == 1 ? """{"rooms":[],"paging":{"next":"$(touch it)"}}""" : "{}";
        });

        (await RunAtAsync(service, "rooms", "list")).Error.Trim().Should().EndWith("--from '$(touch it)'");
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

    private Task<CliOutcome> RunAtAsync(LocalService service, params string[] arguments) =>
        RunAsync([.. arguments, "--base-url", service.Address]);
}
