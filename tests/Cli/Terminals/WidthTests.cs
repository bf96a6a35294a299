namespace Amity.Tests.Cli.Terminals;

/// <summary>Whatever the terminal's width, what other commands take, an id above all, is shown whole.</summary>
internal sealed class WidthTests : CliTest
{
    private static readonly string[] RoomIds = ["6b0700c9277ef4d1a0e5f3aa", "6b0700c9277ef4d1a0e5f3bb"];

    [TestCase(200)]
    [TestCase(80)]
    [TestCase(40)]
    [TestCase(10)]
    [TestCase(0)]
    public async Task Rooms_ShowTheirIdsAndTimesWhole(int columns)
    {
        foreach (var id in RoomIds)
        {
            Sandbox.AddRoom(room => (room.RoomId, room.Title) = (id, "The long night of the kitchens, with everybody who cooks"));
        }

        var outcome = await ShowAsync(columns, "rooms", "list");

        outcome.ExitCode.Should().Be(0);
        outcome.Output.Should().ContainAll(RoomIds).And.MatchRegex(@"\d{4}-\d\d-\d\d \d\d:\d\dZ").And.NotContain("…");
    }

    [TestCase(80)]
    [TestCase(10)]
    public async Task Ids_ThatGetLongerOnALaterPage_AreShownWhole(int columns)
    {
        var ids = Enumerable.Range(1, 200).Select(i => i <= 100 ? $"{i}{new string('w', 40)}" : $"{i}").ToList();
        Sandbox.AddViewerBans(Room, ids);

        var outcome = await ShowAsync(columns, "bans", "list", Room);

        outcome.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Should().Contain(ids);
    }

    [Test]
    public async Task Text_GivesWayBeforeTheTableDoes()
    {
        Sandbox.AddRoom(room => (room.RoomId, room.Title) = ("studio", "The long night of the kitchens, with everybody who cooks"));

        var outcome = await ShowAsync(90, "rooms", "list");

        outcome.Output.Should().MatchRegex(@"ROOM ID +TITLE +STATUS")
            .And.MatchRegex(@"studio +The long night of the +idle").And.Contain("everybody");
        outcome.Output.Split('\n').Should().OnlyContain(line => line.Length <= 90);
    }

    [TestCase(80)]
    [TestCase(40)]
    [TestCase(10)]
    [TestCase(0)]
    public async Task SingleRoom_HasEachFieldOnALineOfItsOwn(int columns)
    {
        var outcome = await ShowAsync(columns, "rooms", "get", Room);

        outcome.Output.Should().Contain("\nlivePlaybackUrl  https://stream.example.com/kitchen.m3u8?token=sandbox\n");
    }

    [TestCase(80)]
    [TestCase(10)]
    [TestCase(0)]
    public async Task Run_IsDoneAndReported(int columns)
    {
        var outcome = await ShowAsync(columns, "bans", "add", Room, "ann", "staff-1", "--yes");

        outcome.ExitCode.Should().Be(3);
        outcome.Output.Should().Contain("staff-1").And.Contain("1 viewer banned, 1 rejected");
        Sandbox.BannedViewers(Room).Should().Equal("ann");
    }

    [TestCase(80)]
    [TestCase(0)]
    public async Task Doctor_ShowsWhatItFound(int columns) =>
        (await ShowAsync(columns, "doctor")).Output.Should().MatchRegex("rate limit +ok +5 reads, the median");

    [TestCase(null, "roomId")]
    [TestCase("", "roomId")]
    [TestCase("wide", "roomId")]
    [TestCase("0", "roomId")]
    [TestCase("40", "roomId")]
    [TestCase("200", "ROOM ID")]
    public async Task UnknownSize_IsThatOfColumns_OrEighty(string? variable, string head)
    {
        Sandbox.AddRoom(room => room.RoomId = RoomIds[0]);
        var environment = new Dictionary<string, string>(Settings.Environment);
        if (variable is not null)
        {
            environment["COLUMNS"] = variable;
        }

        var outcome = await ShowAsync(environment, columns: 0);

        outcome.Output.Should().StartWith(head);
    }

    [Test]
    public async Task KnownSize_CountsBeforeColumns()
    {
        var environment = new Dictionary<string, string>(Settings.Environment) { ["COLUMNS"] = "40" };

        var outcome = await ShowAsync(environment, columns: 200);

        outcome.Output.Should().StartWith("ROOM ID");
    }

    [TestCase("json", "\\u202eden\\u009b2J")]
    [TestCase("csv", "?den?2J")]
    [TestCase("table", "?den?2J")]
    public async Task TextThatATerminalWouldObey_IsNotShown(string format, string title)
    {
        Sandbox.AddRoom(room => room.Title = "\u202eden\u009b2J");

        var outcome = await ShowAsync(200, "rooms", "list", "--output", format);

        outcome.Output.ToLowerInvariant().Should().Contain(title.ToLowerInvariant()).And.NotContainAny("\u202e", "\u009b");
    }

    [TestCase(null, true)]
    [TestCase("", true)]
    [TestCase("1", false)]
    public async Task Colours_AreOffWhenNoColorSaysSo(string? variable, bool isColoured)
    {
        var environment = new Dictionary<string, string>(Settings.Environment) { ["TERM"] = "xterm-256color" };
        if (variable is not null)
        {
            environment["NO_COLOR"] = variable;
        }

        var outcome = await ShowAsync(environment, columns: 200, keepStyles: true);

        outcome.Output.Contains("\e[38;5;2mlive", StringComparison.Ordinal).Should().Be(isColoured);
    }

    private Task<CliOutcome> ShowAsync(int columns, params string[] arguments) =>
        PseudoTerminal.RunAsync(Settings, columns, keepStyles: false, arguments);

    private Task<CliOutcome> ShowAsync(IReadOnlyDictionary<string, string> environment, int columns, bool keepStyles = false) =>
        PseudoTerminal.RunAsync(Settings with { Environment = environment }, columns, keepStyles, "rooms", "list");
}
