using System.Collections;
using Newtonsoft.Json;

namespace Amity.Tests.Unit.Samples;

/// <summary>Fields that this version does not know are kept as plain values and written back.</summary>
public sealed class UnknownFieldTests
{
    private const string Json =
        """
        {"rooms":[{"roomId":"r","liveResolution":"1080p","retainedUntil":"2026-06-30T22:00:00+02:00","whole":7,"part":1.5,"flag":true,"nothing":null,
        "nested":{"since":"2026-01-01T00:00:00Z","list":[1,"2026-01-01",{"deep":[]}]},
        "metadata":{"at":"2026-01-01T00:00:00Z","n":3,"x":2.25,"deep":{"list":[null,false]}}}],"$ref":"#/not-a-reference","$type":"System.Object"}
        """;

    private static IEnumerable<JsonSerializerSettings> Settings =>
        [new() { DateParseHandling = DateParseHandling.DateTime }, new() { DateParseHandling = DateParseHandling.DateTimeOffset }, new() { DateParseHandling = DateParseHandling.None }];

    [Test]
    public async Task GetRoomAsync_UnknownFields_AreKeptAsPlainValues()
    {
        var result = await TestClient.Rooms(new ScriptedHandler().Response(Json)).GetRoomAsync("r");

        Check((RoomResult)result.Included!);
    }

    [Test]
    public async Task GetRoomAsync_UnknownFields_AreWrittenBack()
    {
        var result = await TestClient.Rooms(new ScriptedHandler().Response(Json)).GetRoomAsync("r");

        JsonLoss.Between(Json, JsonConvert.SerializeObject(result.Included)).Should().BeEmpty();
    }

    [TestCaseSource(nameof(Settings))]
    public void JsonConvert_CallersOwnDateSettings_KeepTextsAsTexts(JsonSerializerSettings settings)
    {
        var room = JsonConvert.DeserializeObject<Room>("""{"at":"2026-06-30T22:00:00+02:00","nested":{"at":"2026-01-01T00:00:00Z"},"metadata":{"at":"2026-01-01"}}""", settings)!;

        room.AdditionalProperties["at"].Should().Be("2026-06-30T22:00:00+02:00");
        room.AdditionalProperties["nested"].Should().BeEquivalentTo(new Dictionary<string, object?> { ["at"] = "2026-01-01T00:00:00Z" });
        room.Metadata!["at"].Should().Be("2026-01-01");
    }

    [Test]
    public async Task UpdateRoomAsync_FieldsAddedByTheCaller_AreSent()
    {
        var handler = new ScriptedHandler().Response(RepoFiles.ReadSample("updateRoom"));
        var request = new UpdateRoomRequest { AdditionalProperties = { ["liveChatEnabled"] = true, ["extra"] = new Dictionary<string, object?> { ["a"] = null } } };

        await TestClient.Rooms(handler).UpdateRoomAsync("r", request);

        handler.Requests.Single().Body.Should().Be("""{"liveChatEnabled":true,"extra":{"a":null}}""");
    }

    private static void Check(RoomResult result)
    {
        var unknown = result.Rooms[0].AdditionalProperties;
        unknown.Keys.Should().BeEquivalentTo("liveResolution", "retainedUntil", "whole", "part", "flag", "nothing", "nested");
        unknown["liveResolution"].Should().Be("1080p");
        unknown["retainedUntil"].Should().Be("2026-06-30T22:00:00+02:00");
        unknown["whole"].Should().Be(7L);
        unknown["part"].Should().Be(1.5);
        unknown["flag"].Should().Be(true);
        unknown["nothing"].Should().BeNull();
        result.AdditionalProperties.Should().BeEquivalentTo(new Dictionary<string, object?> { ["$ref"] = "#/not-a-reference", ["$type"] = "System.Object" });
        result.Rooms[0].Metadata!["at"].Should().Be("2026-01-01T00:00:00Z");
        result.Rooms[0].Metadata!["n"].Should().Be(3L);
        ValuesIn(unknown).Concat(ValuesIn(result.Rooms[0].Metadata!)).Select(value => value?.GetType()).Distinct().Should().BeSubsetOf(
            new[] { null, typeof(string), typeof(long), typeof(double), typeof(bool), typeof(Dictionary<string, object?>), typeof(List<object?>) });
    }

    private static IEnumerable<object?> ValuesIn(object? value)
    {
        var inner = value switch
        {
            IDictionary<string, object?> fields => fields.Values,
            IList items => items.Cast<object?>(),
            _ => [],
        };
        return inner.SelectMany(item => ValuesIn(item).Prepend(item));
    }
}
