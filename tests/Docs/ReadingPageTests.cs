using System.Reflection;
using System.Text.RegularExpressions;
using Amity.Tests.Unit;
using Amity.Tests.Unit.Json;

namespace Amity.Tests.Docs;

/// <summary>docs/reading-responses.md says of every type what fits and what does not; each example on the page is read here.</summary>
public sealed class ReadingPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(RepoFiles.Root, "docs", "reading-responses.md"));

    // A field of each type: where its model stands in a page of rooms, and its name in JSON and in C#.
    private static readonly Dictionary<string, (string List, string Json, string Name)> Fields = new()
    {
        ["text"] = ("rooms", "title", "Title"),
        ["number"] = ("rooms", "durationSeconds", "DurationSeconds"),
        ["whole number"] = ("users", "flagCount", "FlagCount"),
        ["boolean"] = ("rooms", "liveChatEnabled", "LiveChatEnabled"),
        ["instant"] = ("rooms", "createdAt", "CreatedAt"),
        ["open enum"] = ("rooms", "status", "Status"),
        ["list"] = ("rooms", "participants", "Participants"),
        ["object"] = ("rooms", "moderation", "Moderation"),
        ["free object"] = ("rooms", "metadata", "Metadata"),
    };

    private static IEnumerable<Match> Rows => Regex.Matches(Page, @"^\| (?<type>[a-z ]+) \| (?<fits>.*`) \| (?<not>`.*) \|\r?$", RegexOptions.Multiline);

    private static IEnumerable<TestCaseData> Fitting => Rows.SelectMany(row => Examples(row, "fits"));

    private static IEnumerable<TestCaseData> Mismatching => Rows.SelectMany(row => Examples(row, "not"));

    [Test]
    public void Page_HasARowForEveryType() => Rows.Select(row => row.Groups["type"].Value).Should().Equal(Fields.Keys);

    [TestCaseSource(nameof(Fitting))]
    public async Task Value_ThatFitsByThePage_IsRead(string type, string json)
    {
        var (model, value) = await ReadAsync(type, json);

        value.Should().NotBeNull();
        model.AdditionalProperties.Should().BeEmpty();
    }

    [TestCaseSource(nameof(Mismatching))]
    public async Task Value_ThatDoesNotFitByThePage_IsAbsentAndKept(string type, string json)
    {
        var (model, value) = await ReadAsync(type, json);

        (value is null or System.Collections.ICollection { Count: 0 }).Should().BeTrue("{0} is absent", json);
        var kept = model.AdditionalProperties.Should().ContainSingle().Which;
        kept.Key.Should().Be(Fields[type].Json);
        var free = (IDictionary<string, object?>)(await ReadAsync("free object", $$"""{"a":{{json}}}""")).Value!;
        ModelDifference.Between(kept.Value, free["a"]).Should().BeEmpty("it is kept as JSON");
    }

    [TestCaseSource(nameof(Fields))]
    public async Task Null_OfAnyType_IsAbsentAndNotKept(KeyValuePair<string, (string List, string Json, string Name)> field)
    {
        var (model, value) = await ReadAsync(field.Key, "null");

        (value is null or System.Collections.ICollection { Count: 0 }).Should().BeTrue();
        model.AdditionalProperties.Should().BeEmpty();
    }

    private static IEnumerable<TestCaseData> Examples(Match row, string column) =>
        Regex.Matches(row.Groups[column].Value, "`(.*?)`").Select(example => new TestCaseData(row.Groups["type"].Value, example.Groups[1].Value));

    private static async Task<(AmityModel Model, object? Value)> ReadAsync(string type, string json)
    {
        var (list, name, property) = Fields[type];
        var page = await PageAsync($$"""{"paging":{},"{{list}}":[{"{{name}}":{{json}}}]}""");
        AmityModel model = list == "rooms" ? page.Rooms[0] : page.Users[0];
        return (model, model.GetType().GetProperty(property, BindingFlags.Public | BindingFlags.Instance)!.GetValue(model));
    }

    private static async Task<RoomPage> PageAsync(string json)
    {
        using var client = TestClient.Over(new ScriptedHandler().Response(json));
        return (RoomPage)(await client.Rooms.ListRoomsAsync().GetPageAsync()).Included!;
    }
}
