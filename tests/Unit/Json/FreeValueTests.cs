using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Amity.Tests.Unit.Json;

/// <summary>What a caller may put into a field without a schema, and how it is sent.</summary>
public sealed class FreeValueTests
{
    private static IEnumerable<object> Sendable =>
    [
        JsonConvert.DeserializeObject<Dictionary<string, object?>>("""{"a":{"b":1,"c":[true,null,"d",{"e":2.5}]},"f":[],"g":{}}""")!,
        new Dictionary<string, object?> { ["a"] = new Dictionary<string, string> { ["b"] = "c" }, ["d"] = new Dictionary<string, int> { ["e"] = 1 } },
        new Dictionary<string, object?> { ["a"] = new object?[] { 1, "b", null, false, 2.5, 3.5m } },
    ];

    [TestCaseSource(nameof(Sendable))]
    public async Task Metadata_OfPlainOrNewtonsoftValues_IsSentAsNewtonsoftWritesIt(IDictionary<string, object?> metadata)
    {
        var handler = new ScriptedHandler().Response(ScriptedHandler.Json(200, """{"rooms":[{"roomId":"r"}]}"""));

        await TestClient.Rooms(handler).UpdateRoomAsync("r", new UpdateRoomRequest { Metadata = metadata });

        var sent = JObject.Parse(handler.Requests.Single().Body!)["metadata"];
        JToken.DeepEquals(sent, JToken.Parse(JsonConvert.SerializeObject(metadata))).Should().BeTrue("{0} is sent", sent);
    }

    [Test]
    public async Task Metadata_OfAnythingElse_IsRejectedUnsent()
    {
        var handler = new ScriptedHandler();

        var act = () => TestClient.Rooms(handler).UpdateRoomAsync("r", new UpdateRoomRequest { Metadata = new Dictionary<string, object?> { ["a"] = new Version(1, 2) } });

        (await act.Should().ThrowAsync<ArgumentException>()).Which.Message.Should().Contain("System.Version");
        handler.Requests.Should().BeEmpty();
    }
}
