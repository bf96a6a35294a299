using System.Text.Json;
using Newtonsoft.Json;

namespace Amity.Tests.Unit.Json;

/// <summary>Fields that this version does not know are kept as JSON and written back.</summary>
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
    public async Task GetRoomAsync_UnknownFields_AreKeptAsJson()
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

        $"{room.AdditionalProperties["at"]}".Should().Be("2026-06-30T22:00:00+02:00");
        FreeJson.Of(room.AdditionalProperties["nested"]).Should().Be("""{"at":"2026-01-01T00:00:00Z"}""");
        $"{room.Metadata!["at"]}".Should().Be("2026-01-01");
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
        $"{unknown["liveResolution"]}".Should().Be("1080p");
        $"{unknown["retainedUntil"]}".Should().Be("2026-06-30T22:00:00+02:00");
        FreeJson.Of(unknown["whole"]).Should().Be("7");
        FreeJson.Of(unknown["part"]).Should().Be("1.5");
        FreeJson.Of(unknown["flag"]).Should().Be("true");
        unknown["nothing"].Should().BeNull();
        FreeJson.Of(unknown["nested"]).Should().Be("""{"since":"2026-01-01T00:00:00Z","list":[1,"2026-01-01",{"deep":[]}]}""");
        FreeJson.Of(result.AdditionalProperties).Should().Be("""{"$ref":"#/not-a-reference","$type":"System.Object"}""");
        FreeJson.Of(result.Rooms[0].Metadata).Should().Be("""{"at":"2026-01-01T00:00:00Z","n":3,"x":2.25,"deep":{"list":[null,false]}}""");
        unknown.Values.Concat(result.Rooms[0].Metadata!.Values).Should().AllSatisfy(value => (value is null or JsonElement).Should().BeTrue());
    }
}
