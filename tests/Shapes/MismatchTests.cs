using System.Reflection;
using Newtonsoft.Json.Linq;

namespace Amity.Tests.Shapes;

/// <summary>
/// A response's field that is missing, null or of another type costs the caller that field alone: it counts as absent, and what came is
/// kept among the additional properties.
/// </summary>
internal sealed class MismatchTests : ShapeTest
{
    private static readonly JObject Sample = JObject.Parse(FullObject.Json);

    /// <summary>All but the one that takes any value.</summary>
    private static IEnumerable<string> TypedFields => Fields.Where(name => name != "value");

    private static IEnumerable<string> Fields => Sample.Properties().Select(property => property.Name);

    [Test]
    public async Task Field_Missing_CountsAsAbsent()
    {
        Server.Reply(Reply.Json("{}"));

        var read = await Client.Bodies.SendEverythingAsync(new());

        foreach (var field in Fields)
        {
            AssertAbsent(read, field);
        }

        read.AdditionalProperties.Should().BeEmpty();
    }

    [Test]
    public async Task Field_Null_CountsAsAbsent([ValueSource(nameof(Fields))] string field)
    {
        Server.Reply(Reply.Json($$"""{"{{field}}":null,"text":"after"}"""));

        var read = await Client.Bodies.SendEverythingAsync(new());

        AssertAbsent(read, field == "text" ? "id" : field);
        read.Text.Should().Be("after");
        read.AdditionalProperties.Should().BeEmpty();
    }

    [Test]
    public async Task Field_OfAnotherType_CountsAsAbsentAndIsKept([ValueSource(nameof(TypedFields))] string field)
    {
        foreach (var mismatch in MismatchesOf(field))
        {
            Server.Reply(Reply.Json($$"""{"{{field}}":{{mismatch}},"{{(field == "text" ? "id" : "text")}}":"after"}"""));

            var read = await Client.Bodies.SendEverythingAsync(new());

            AssertAbsent(read, field);
            read.AdditionalProperties.Should().ContainKey(field).WhoseValue.Should().NotBeNull();
            (field == "text" ? read.Id : read.Text).Should().Be("after");
        }
    }

    [TestCase("5.0", 5)]
    [TestCase("5e0", 5)]
    [TestCase("\"5\"", 5)]
    [TestCase("5.5", null)]
    [TestCase("2147483648", null)]
    [TestCase("\"five\"", null)]
    [TestCase("\"\"", null)]
    public async Task Integer_WrittenInAnyWay_IsRead(string json, int? value)
    {
        Server.Reply(Reply.Json($$"""{"whole":{{json}},"wholes":[{{json}},7],"wholeMap":{"b":7,"a":{{json}} } }"""));

        var read = await Client.Bodies.SendEverythingAsync(new());

        read.Whole.Should().Be(value);
        read.Wholes.Should().Equal(value is { } item ? [item, 7] : [7]);
        read.WholeMap!["b"].Should().Be(7);
        (read.WholeMap.TryGetValue("a", out var entry) ? entry : (int?)null).Should().Be(value);
    }

    [TestCase("\"2026-03-06\"", true)]
    [TestCase("\"2026-03-06T23:30:00+02:00\"", true)]
    [TestCase("\"06.03.2026\"", false)]
    [TestCase("\"2026-02-30\"", false)]
    [TestCase("20260306", false)]
    public async Task Date_WrittenInAnyWay_IsRead(string json, bool isRead)
    {
        Server.Reply(Reply.Json($$"""{"day":{{json}},"days":[{{json}}],"dayMap":{"a":{{json}} } }"""));

        var read = await Client.Bodies.SendEverythingAsync(new());

        var day = new DateTime(2026, 3, 6);
        read.Day.Should().Be(isRead ? day : null);
        read.Days.Should().Equal(isRead ? [day] : []);
        read.DayMap.Should().Equal(isRead ? new Dictionary<string, DateTime> { ["a"] = day } : new Dictionary<string, DateTime>());
    }

    [Test]
    public async Task Items_OfAnotherType_LeaveTheOthersAlone()
    {
        Server.Reply(Reply.Json(
            """
            {"tags":["a",null,{},"b"],"instants":["2026-03-06T20:15:30.250Z",null,"soon"],"numbers":[0.5,null,"x",1e999],"flags":[true,null,"true",0],
            "colors":["red",null,5,"new"],"receipts":[{"id":"a"},null,5,{"id":7}],"documents":[{"a":1},null,5],
            "textMap":{"a":"x","b":null,"c":5},"colorMap":{"a":"red","b":null,"c":[]},"receiptMap":{"a":{"id":"x"},"b":null,"c":[]}}
            """));

        var read = await Client.Bodies.SendEverythingAsync(new());

        read.Tags.Should().Equal("a", null, null, "b");
        read.Instants.Should().ContainSingle();
        read.Numbers.Should().Equal(0.5, double.MaxValue);
        read.Flags.Should().Equal(true);
        read.Colors.Should().Equal(Color.Red, default, default, new Color("new"));
        read.Receipts.Select(receipt => receipt?.Id).Should().Equal("a", null, null, null);
        FreeJson.Of(read.Receipts[3].AdditionalProperties).Should().Be("""{"id":7}""");
        read.Documents.Should().HaveCount(3);
        read.TextMap.Should().Equal(new Dictionary<string, string> { ["a"] = "x" });
        read.ColorMap.Should().Equal(new Dictionary<string, Color> { ["a"] = Color.Red });
        read.ReceiptMap!.Keys.Should().Equal("a");
        read.AdditionalProperties.Should().BeEmpty();
    }

    [Test]
    public async Task Entry_OfAnotherType_LeavesNothingInTheNextOne()
    {
        Server.Reply(Reply.Json("""{"receiptMap":{"a":5,"b":{"id":"x"}},"rowMap":{"a":[],"b":{"cell":"y"}}}"""));

        var read = await Client.Bodies.SendEverythingAsync(new());

        read.ReceiptMap.Should().BeEquivalentTo(new Dictionary<string, Receipt> { ["b"] = new() { Id = "x" } });
        read.RowMap.Should().BeEquivalentTo(new Dictionary<string, EverythingRowMapValue> { ["b"] = new() { Cell = "y" } });
    }

    [Test]
    public async Task Field_GivenTwice_IsItsLastValue()
    {
        Server.Reply(Reply.Json("""{"whole":1,"whole":2,"tags":["a"],"tags":["b"]}"""));

        var read = await Client.Bodies.SendEverythingAsync(new());

        read.Whole.Should().Be(2);
        read.Tags.Should().Equal("b");
    }

    private static IEnumerable<string> MismatchesOf(string field) => Sample[field] switch
    {
        _ when field is "value" => [],
        JObject => ["[]", "\"text\"", "5", "true"],
        JArray => ["{}", "\"text\"", "5", "true"],
        JValue { Type: JTokenType.Boolean } => ["{}", "[]", "\"true\"", "1"],
        JValue { Type: JTokenType.String } => ["{}", "[]", "5", "true"],
        _ => ["{}", "[]", "\"text\"", "true"],
    };

    private static void AssertAbsent(Everything read, string field)
    {
        var value = typeof(Everything).GetProperty(field, BindingFlags.IgnoreCase | BindingFlags.Public | BindingFlags.Instance)!.GetValue(read);
        if (Sample[field] is JArray && field != "value")
        {
            value.Should().BeAssignableTo<System.Collections.IEnumerable>().Which.Cast<object>().Should().BeEmpty(field);
        }
        else
        {
            value.Should().BeNull(field);
        }
    }
}
