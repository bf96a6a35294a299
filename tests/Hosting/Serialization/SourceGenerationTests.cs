using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amity.Tests.Hosting.Serialization;

/// <summary>What an application's own source generation makes of the models, without reflection.</summary>
public sealed partial class SourceGenerationTests
{
    [Test]
    public void Response_ReadAndWritten_IsTheSame()
    {
        var json = RepoFiles.ReadSample("getRoom");

        var read = JsonSerializer.Deserialize(json, Models.Default.RoomResult)!;
        var written = JsonSerializer.Serialize(read, Models.Default.RoomResult);

        read.ToString().Should().Be(JsonSerializer.Deserialize<RoomResult>(json)!.ToString());
        read.Rooms[0].Status!.Value.IsKnown.Should().BeTrue();
        JsonSerializer.Deserialize(written, Models.Default.RoomResult)!.ToString().Should().Be(read.ToString());
    }

    [Test]
    public void FieldsWithoutASchema_ReadAndWritten_AreTheSame()
    {
        const string Json = """{"roomId":"r","metadata":{"a":[1.50,null]},"new":{"large":12345678901234567890123}}""";

        var room = JsonSerializer.Deserialize(Json, Models.Default.Room)!;

        FreeJson.Of(room.AdditionalProperties["new"]).Should().Be("""{"large":12345678901234567890123}""");
        room.AdditionalProperties.Keys.Should().Equal("new");
        JsonSerializer.Serialize(room, Models.Default.Room).Should().Be(
            """{"roomId":"r","participants":[],"recordedPlaybackInfos":[],"childRoomIds":[],"metadata":{"a":[1.50,null]},"new":{"large":12345678901234567890123}}""");
    }

    [JsonSerializable(typeof(Room))]
    [JsonSerializable(typeof(RoomResult))]
    [JsonSerializable(typeof(JsonElement))]
    private sealed partial class Models : JsonSerializerContext;
}
