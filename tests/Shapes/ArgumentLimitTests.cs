namespace Amity.Tests.Shapes;

/// <summary>What breaks a limit of the spec is rejected by argument and limit, and nothing is sent; what keeps to it is sent.</summary>
internal sealed class ArgumentLimitTests : ShapeTest
{
    private static readonly Case[] Arguments =
    [
        new("options.Level is 0; the limit is 1 to 100.", client => client.Limits.GetLimitedAsync(new() { Level = 0 })),
        new("options.Level is 101; the limit is 1 to 100.", client => client.Limits.GetLimitedAsync(new() { Level = 101 })),
        new("options.Big is -9000000001; the limit is -9000000000 to 9000000000.", client => client.Limits.GetLimitedAsync(new() { Big = -9_000_000_001 })),
        new("options.Least is 4; the limit is at least 5.", client => client.Limits.GetLimitedAsync(new() { Least = 4 })),
        new("options.Most is 6; the limit is at most 5.", client => client.Limits.GetLimitedAsync(new() { Most = 6 })),
        new("options.Between is 0; the limit is 1 to 9.", client => client.Limits.GetLimitedAsync(new() { Between = 0 })),
        new("options.Between is 10; the limit is 1 to 9.", client => client.Limits.GetLimitedAsync(new() { Between = 10 })),
        new("options.Latitude is 90.5; the limit is -90 to 90.", client => client.Limits.GetLimitedAsync(new() { Latitude = 90.5 })),
        new("options.Latitude must be a finite number", client => client.Limits.GetLimitedAsync(new() { Latitude = double.PositiveInfinity })),
        new("options.Price is 0; the limit is above 0.", client => client.Limits.GetLimitedAsync(new() { Price = 0 })),
        new("options.Price is 10; the limit is below 10.", client => client.Limits.GetLimitedAsync(new() { Price = 10 })),
        new("options.Text has 1 characters; the limit is 2 to 4.", client => client.Limits.GetLimitedAsync(new() { Text = "a" })),
        new("options.Text has 5 characters; the limit is 2 to 4.", client => client.Limits.GetLimitedAsync(new() { Text = "🎈🎈🎈🎈🎈" })),
        new("options.Text is not well-formed UTF-16 at character 1", client => client.Limits.GetLimitedAsync(new() { Text = "a\uD83D" })),
        new("options.Levels has 0 items; the limit is 1 to 2.", client => client.Limits.GetLimitedAsync(new() { Levels = [] })),
        new("options.Levels has 3 items; the limit is 1 to 2.", client => client.Limits.GetLimitedAsync(new() { Levels = [1, 2, 3] })),
        new("options.Levels[1] is 4; the limit is 1 to 3.", client => client.Limits.GetLimitedAsync(new() { Levels = [1, 4] })),
    ];

    private static readonly Case[] Fields =
    [
        Field("request.Needed is required.", new() { NeededList = [] }),
        Field("request.NeededList is required.", new() { Needed = 1 }),
        Field("request.Level is 0; the limit is 1 to 100.", Valid(body => body.Level = 0)),
        Field("request.Big is 0; the limit is at least 1.", Valid(body => body.Big = 0)),
        Field("request.Between is 10; the limit is 1 to 9.", Valid(body => body.Between = 10)),
        Field("request.Latitude is -90.5; the limit is -90 to 90.", Valid(body => body.Latitude = -90.5)),
        Field("request.Number must be a finite number", Valid(body => body.Number = double.NaN)),
        Field("request.Price is -1; the limit is above 0.", Valid(body => body.Price = -1)),
        Field("request.Price is 100; the limit is at most 99.5.", Valid(body => body.Price = 100)),
        Field("request.Text has 0 characters; the limit is 2 to 4.", Valid(body => body.Text = string.Empty)),
        Field("request.Id has 5 characters; the limit is 1 to 4.", Valid(body => body.Id = "abcde")),
        Field("request.Id has 1 characters; the limit is 2 to 4.", Valid(body => body.Id = "a")),
        Field("request.Id is '..', which a URL takes for a folder", Valid(body => body.Id = "..")),
        Field("request.Day has the time of day 12:00:00", Valid(body => body.Day = new DateTime(2026, 3, 6, 12, 0, 0))),
        Field("request.Texts has 3 items; the limit is 0 to 2.", Valid(body => body.Texts = ["a", "b", "c"])),
        Field("request.Texts[1] has 5 characters; the limit is 0 to 4.", Valid(body => body.Texts = ["a", "abcde"])),
        Field("request.Texts[0] is required.", Valid(body => body.Texts = [null!])),
        Field("request.Ids has 0 items; the limit is 1 to 2.", Valid(body => body.Ids = [])),
        Field("request.Ids[0] has 0 characters; the limit is 1 to 4.", Valid(body => body.Ids = [string.Empty])),
        Field("request.Ids[1]", Valid(body => body.Ids = ["a", null!])),
        Field("request.Levels[1] is 0; the limit is 1 to 3.", Valid(body => body.Levels = [1, 0])),
        Field("request.Weights[0] is 2; the limit is at most 1.5.", Valid(body => body.Weights = [2])),
        Field("request.Weights[1] must be a finite number", Valid(body => body.Weights = [1, double.NaN])),
        Field("request.Rows has 3 items; the limit is 0 to 2.", Valid(body => body.Rows = [Row("a"), Row("b"), Row("c")])),
        Field("request.Rows[1].Cell has 5 characters; the limit is 0 to 4.", Valid(body => body.Rows = [Row("a"), Row("abcde")])),
        Field("request.Rows[0].Cell is required.", Valid(body => body.Rows = [new()])),
        Field("request.Rows[0]", Valid(body => body.Rows = [null!])),
        Field(
            "request.LevelMap has 3 items; the limit is 0 to 2.",
            Valid(body => body.LevelMap = new Dictionary<string, int> { ["a"] = 1, ["b"] = 1, ["c"] = 1 })),
        Field("request.LevelMap[b] is 4; the limit is 1 to 3.", Valid(body => body.LevelMap = new Dictionary<string, int> { ["a"] = 1, ["b"] = 4 })),
        Field(
            "request.TextMap[a] has 5 characters; the limit is 0 to 4.",
            Valid(body => body.TextMap = new Dictionary<string, string> { ["a"] = "abcde" })),
        Field("request.TextMap[a] is required.", Valid(body => body.TextMap = new Dictionary<string, string> { ["a"] = null! })),
        Field(
            "request.RowMap[a].Cell has 5 characters; the limit is 0 to 4.",
            Valid(body => body.RowMap = new Dictionary<string, LimitedRowMapValue> { ["a"] = new() { Cell = "abcde" } })),
        Field(
            "request.Fields has 3 items; the limit is 0 to 2.",
            Valid(body => body.Fields = new Dictionary<string, object?> { ["a"] = 1, ["b"] = null, ["c"] = 2 })),
    ];

    private static readonly Case[] InQueries =
    [
        Query("options.Keyword has 0 characters; the limit is 1 to 20.", queries => queries.FindByScalarsAsync(new() { Keyword = string.Empty })),
        Query("options.Skip is -1; the limit is at least 0.", queries => queries.FindByScalarsAsync(new() { Skip = -1 })),
        Query("options.Radius must be a finite number", queries => queries.FindByScalarsAsync(new() { Radius = double.NaN })),
        Query("options.Day has the time of day 12:00:00", queries => queries.FindByScalarsAsync(new() { Day = new DateTime(2026, 3, 6, 12, 0, 0) })),
        Query("options.UserId has 51 characters; the limit is 1 to 50.", queries => queries.FindByScalarsAsync(new() { UserId = new string('a', 51) })),
        Query("options.Tags has 4 items; the limit is 0 to 3.", queries => queries.FindByListsAsync(new() { Tags = ["a", "b", "c", "d"] })),
        Query("options.Tags[1] has 11 characters; the limit is 0 to 10.", queries => queries.FindByListsAsync(new() { Tags = ["a", "elevenchars"] })),
        Query("options.Tags[0] is required.", queries => queries.FindByListsAsync(new() { Tags = [null!] })),
        Query("options.UserIds[0] has 901 characters; the limit is 1 to 900.", queries => queries.FindByListsAsync(new() { UserIds = [new string('a', 901)] })),
        Query("options.Levels[0] is 6; the limit is 1 to 5.", queries => queries.FindByListsAsync(new() { Levels = [6] })),
        Query("options.Weights[0] must be a finite number", queries => queries.FindByListsAsync(new() { Weights = [double.NegativeInfinity] })),
        Query("options.Days[0] has the time of day", queries => queries.FindByListsAsync(new() { Days = [new DateTime(1)] })),
        Query("options.OptionsLimit is 101; the limit is 1 to 100.", queries => queries.FindByBracketsAsync(new() { OptionsLimit = 101 })),
        Query("filter.Keyword is required.", queries => queries.FindByObjectsAsync(new())),
        Query("filter.Minimum is 2; the limit is -1.5 to 1.5.", queries => queries.FindByObjectsAsync(new() { Keyword = "a", Minimum = 2 })),
        Query("filter.Roles has 3 items", queries => queries.FindByObjectsAsync(new() { Keyword = "a", Roles = ["a", "b", "c"] })),
        Query("options.Limit is 0; the limit is 1 to 100.", queries => queries.FindByObjectsAsync(new() { Keyword = "a" }, new() { Limit = 0 })),
        Query("targets has 0 items; the limit is 1 to 2.", queries => queries.FindByTargetsAsync([])),
        Query("targets[1].TargetId", queries => queries.FindByTargetsAsync([new() { TargetId = "a" }, new()])),
        Query("options.Others[0]", queries => queries.FindByTargetsAsync([new() { TargetId = "a" }], new() { Others = [null!] })),
        Query(
            "options.Roles takes 6012 characters in the address; the limit is 6000.",
            queries => queries.FindByBracketsAsync(new() { Roles = [new string('a', 5999)] })),
    ];

    [TestCaseSource(nameof(Arguments))]
    [TestCaseSource(nameof(Fields))]
    [TestCaseSource(nameof(InQueries))]
    public async Task Value_BeyondItsLimit_IsRejected(Case limit) => await AssertRejected(limit.Message, () => limit.Call(Client));

    [Test]
    public async Task Arguments_AtTheirLimits_AreSent()
    {
        await Client.Limits.GetLimitedAsync(new()
        {
            Level = 1,
            Big = -9_000_000_000,
            Least = 5,
            Most = 5,
            Between = 1,
            Latitude = -90,
            Price = double.Epsilon,
            Text = "🎈🎈🎈🎈",
            Levels = [1, 3],
        });
        await Client.Limits.GetLimitedAsync(new()
        {
            Level = 100,
            Big = 9_000_000_000,
            Least = long.MaxValue,
            Most = long.MinValue,
            Between = 9,
            Latitude = 90,
            Price = 9.999,
            Text = "ab",
            Levels = [2],
        });

        Server.Requests.Should().HaveCount(2);
    }

    [Test]
    public async Task Fields_AtTheirLimits_AreSent()
    {
        await Client.Limits.PutLimitedAsync(new()
        {
            Needed = 0,
            NeededList = [],
            Level = 100,
            Big = 1,
            Between = 9,
            Latitude = 90,
            Number = double.MaxValue,
            Price = 99.5,
            Text = "abcd",
            Id = "ab",
            Day = DateTime.MinValue,
            Texts = ["", "abcd"],
            Ids = ["a", "abcd"],
            Levels = [1, 3],
            Weights = [double.MinValue, 1.5],
            Rows = [Row(""), Row("abcd")],
            LevelMap = new Dictionary<string, int> { ["a"] = 1, ["b"] = 3 },
            TextMap = new Dictionary<string, string> { ["a"] = "abcd" },
            RowMap = new Dictionary<string, LimitedRowMapValue> { ["a"] = new() { Cell = "abcd" } },
            Fields = new Dictionary<string, object?> { ["a"] = 1, ["b"] = null },
        });

        Server.Request.Text.Should().StartWith("""{"needed":0,"neededList":[],"level":100,""");
    }

    [Test]
    public async Task NestedObjects_WithoutWhatTheyNeed_AreRejectedByTheirPath()
    {
        await AssertRejected("request.Data", () => Client.Bodies.CreateMessageAsync(new() { ChannelId = "c" }));
        await AssertRejected("request.Data.Text", () => Client.Bodies.CreateMessageAsync(new() { ChannelId = "c", Data = new() }));
    }

    [Test]
    public async Task NestedObjects_BeyondTheirLimits_AreRejectedByTheirPath()
    {
        var tooWide = Message(new() { Text = "a", Preview = new() { Size = new() { Width = 4001 } } });
        var withAFolder = Message(new() { Text = "a" }, "a", ".");
        var tooLong = new Comment { Text = "a", Children = [new() { Text = "b", Children = [new() { Text = new string('c', 21) }] }] };

        await AssertRejected("request.Data.Preview.Size.Width is 4001; the limit is 1 to 4000.", () => Client.Bodies.CreateMessageAsync(tooWide));
        await AssertRejected("request.Mentionees[0].UserIds[1] is '.'", () => Client.Bodies.CreateMessageAsync(withAFolder));
        await AssertRejected("request.Children[0].Children[0].Text has 21 characters; the limit is 0 to 20.", () => Client.Bodies.PutCommentAsync(tooLong));
    }

    private static Case Field(string message, Limited body) => new(message, client => client.Limits.PutLimitedAsync(body));

    private static Case Query(string message, Func<QueriesClient, Task> call) => new(message, client => call(client.Queries));

    private static Limited Valid(Action<Limited> change)
    {
        var body = new Limited { Needed = 1, NeededList = [] };
        change(body);
        return body;
    }

    private static CreateMessageRequest Message(CreateMessageRequestData data, params string[] userIds) => new()
    {
        ChannelId = "c",
        Data = data,
        Mentionees = userIds.Length == 0 ? [] : [new() { Type = CreateMessageRequestMentioneesItemType.User, UserIds = userIds }],
    };

    private static LimitedRowsItem Row(string cell) => new() { Cell = cell };

    internal sealed record Case(string Message, Func<ShapesClient, Task> Call)
    {
        public override string ToString() => Message;
    }
}
