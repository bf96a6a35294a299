using System.Text;

namespace Amity.Tests.Cli;

/// <summary>A file of ids is one id a line, or what the program itself wrote; anything else is rejected before anything is sent.</summary>
internal sealed class IdFileTests : CliTest
{
    // Each of them is special to CSV, JSON, a spreadsheet or a list of lines.
    private static readonly string[] StrangeIds =
    [
        "=1+1", "+ann", "-ben", "@cleo", "'quoted'", "'=dan", "''@eve", "a,b", "a;b", "say \"hi\"",
        " spaced ", "#tag", "{brace}", "userId", "id", "日本", "a\ufffdb",
    ];

    [TestCase("csv")]
    [TestCase("json")]
    public async Task ListOfBans_LiftsThemAll(string format)
    {
        Sandbox.AddViewerBans(Room, [.. StrangeIds, .. Viewers(250)]);
        var list = await RunAsync("bans", "list", Room, "--output", format);

        var outcome = await RunAsync("bans", "remove", Room, "--yes", "--file", Write("bans", list.Output));

        outcome.ExitCode.Should().Be(0, outcome.Error);
        outcome.Column("id").Should().BeEquivalentTo([.. StrangeIds, .. Viewers(250)]);
        Sandbox.BannedViewers(Room).Should().BeEmpty();
    }

    [TestCase("csv")]
    [TestCase("json")]
    public async Task OutcomesOfARun_AreIdsAgain(string format)
    {
        var run = await RunAsync("bans", "add", Room, "ann", "@ben", "--yes", "--output", format);

        await PipeAsync(run.Output, "bans", "remove", Room, "--yes");

        run.ExitCode.Should().Be(0, run.Error);
        Sandbox.BannedViewers(Room).Should().BeEmpty();
    }

    [TestCase("csv")]
    [TestCase("json")]
    public async Task ListOfRooms_DeletesThem(string format)
    {
        Sandbox.AddRoom(room => (room.RoomId, room.Title) = ("quiz", "Who, what\nand \"why\"\r\n=1"));
        var list = await RunAsync("rooms", "list", "--output", format);

        var outcome = await RunAsync("rooms", "delete", "--yes", "--file", Write("rooms", list.Output));

        outcome.ExitCode.Should().Be(0, outcome.Error);
        Sandbox.FindRoom("quiz")!.IsDeleted.Should().BeTrue();
    }

    [Test]
    public async Task SingleColumn_IsReadBelowItsHead()
    {
        await PipeAsync("\n\nuserId\nann\n\nben\n", "bans", "add", Room, "--yes");

        Sandbox.BannedViewers(Room).Should().Equal("ann", "ben");
    }

    [TestCase("csv")]
    [TestCase("json")]
    public async Task ListOfSomethingElse_IsRejected(string format)
    {
        var list = await RunAsync("rooms", "list", "--output", format);

        await ShouldBeRejectedAsync(list.Output, "Line 1 of the standard input *userId or id*");
    }

    [TestCase("ann,ben\n", "Line 1 of the standard input cannot be an id: it has a comma*userId or id*")]
    [TestCase("ann\nben;2\n", "Line 2 of *semicolon*")]
    [TestCase("ann\n\n\"ben\"\n", "Line 3 of *quote*")]
    [TestCase("userId;displayName\nann;Ann\n", "Line 1 of *semicolon*")]
    [TestCase("[{\"userId\":\"ann\"}]\n", "Line 1 of *quote*")]
    [TestCase("ann\nb\0n\n", "Line 2 of *control characters*")]
    [TestCase("ann\tAnn\n", "Line 1 of *control characters*")]
    [TestCase("ann\n\u009b2J\n", "Line 2 of *control characters*")]
    [TestCase("userId,displayName\nann,Ann\n,Ben\n", "Row 2 of *no id*userId or id*")]
    [TestCase("displayName,userId\nAnn,ann\nBen\n", "Row 2 of *no id*userId or id*")]
    [TestCase("userId,displayName\n\"ann,Ann\n", "*not CSV*")]
    [TestCase("userId,bannedBy\n\"a\0b\",Ann\n", "Row 1 of *control characters*")]
    [TestCase("{\"userId\":\"ann\"}\n{\"userId\":\n", "Line 2 of *not a JSON object*")]
    [TestCase("{\"userId\":\"ann\"}\nben\n", "Line 2 of *not a JSON object*")]
    [TestCase("{\"userId\":\"ann\"}\n[\"ben\"]\n", "Line 2 of *not a JSON object*")]
    [TestCase("{\"userId\":null,\"id\":7}\n", "Line 1 of *no text in userId or id*")]
    [TestCase("{\"userId\":\"\\ud800\"}\n", "Line 1 of *")]
    [TestCase("{\"userId\":\"a\\nb\"}\n", "Line 1 of *control characters*")]
    public Task WhatCannotBeAnId_IsRejectedWithAHint(string input, string message) => ShouldBeRejectedAsync(input, message);

    [Test]
    public async Task Utf16WithoutAMark_IsRejected()
    {
        var file = Path.Combine(Folder.FullName, "ids.txt");
        await File.WriteAllBytesAsync(file, Encoding.Unicode.GetBytes("troll-1\ntroll-2\n"));

        await ShouldBeRejectedAsync(string.Empty, "Line 1 of *control characters*UTF-8*", "--file", file);
    }

    [Test]
    public async Task Utf16WithAMark_IsRead()
    {
        var file = Path.Combine(Folder.FullName, "ids.txt");
        await File.WriteAllTextAsync(file, "ann\nben\n", Encoding.Unicode);

        await RunAsync("bans", "add", Room, "--yes", "--file", file);

        Sandbox.BannedViewers(Room).Should().Equal("ann", "ben");
    }

    [TestCase("")]
    [TestCase("userId,displayName\nann,\"")]
    public async Task EndlessLine_IsRejected_WithoutBeingReadWhole(string start)
    {
        var environment = new Dictionary<string, string>(Settings.Environment) { ["DOTNET_GCHeapHardLimit"] = "0x6000000" };
        var settings = Settings with { Environment = environment };
        using var process = AmityProgram.Start(settings, "bans", "add", Room, "--yes");
        var chunk = new string('x', 1024 * 1024);
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(start);
        var written = 0;
        try
        {
            for (; written < 200; written++)
            {
                await process.StandardInput.WriteAsync(chunk);
            }
        }
        catch (IOException)
        {
            // The program has stopped reading.
        }

        await process.WaitForExitAsync();

        process.ExitCode.Should().Be(2);
        (await error).Should().Match("amity: the standard input *Nothing was sent.\n");
        written.Should().BeLessThan(10);
    }

    [TestCase("a\ufffdb")]
    [TestCase("O'Brien")]
    [TestCase("a b")]
    [TestCase("{0f8fad5b}")]
    public async Task WhatTheServiceTakes_IsTaken(string id)
    {
        (await RunAsync("bans", "add", Room, id, "--yes", "--file", Write("ids.txt", id))).ExitCode.Should().Be(0);

        Sandbox.BannedViewers(Room).Should().Equal(id);
    }

    [Test]
    public async Task Length_IsCountedInCodePoints()
    {
        var id = string.Concat(Enumerable.Repeat("😀", 50));

        var outcome = await RunAsync("bans", "add", Room, id, "--yes");

        outcome.ExitCode.Should().Be(0, outcome.Error);
        await ShouldBeRejectedAsync(id + "😀", "Line 1 of *51 characters*");
    }

    private async Task ShouldBeRejectedAsync(string input, string message, params string[] options)
    {
        var requests = Sandbox.RequestCount;

        var outcome = await PipeAsync(input, ["bans", "add", Room, "--yes", .. options]);

        outcome.Error.Trim().Should().Match($"amity: {message}Nothing was sent.").And.NotContainAny("\n", "\0", "\u009b");
        outcome.ExitCode.Should().Be(2);
        Sandbox.RequestCount.Should().Be(requests);
    }
}
