using System.Text;
using System.Text.Json;
using Newtonsoft.Json;

namespace Amity.Tests.Unit.Json;

/// <summary>A field or item of another type than the spec says is absent, and a field is kept as JSON; an entity of another type is an error.</summary>
public sealed class MismatchedFieldTests
{
    private static IEnumerable<TestCaseData> ReadAsAbsent =>
    [
        new("durationSeconds", """{"a":1}"""), new("durationSeconds", "[1]"), new("createdAt", """{"a":1}"""), new("createdAt", "[]"),
        new("liveChatEnabled", "\"true\""), new("liveChatEnabled", """{"a":1}"""), new("liveChatEnabled", "[true]"), new("metadata", "[1]"), new("metadata", "\"text\""),
        new("durationSeconds", "\"long\""), new("durationSeconds", "true"), new("createdAt", "7"),
        new("status", """{"a":1}"""), new("status", "7"), new("title", """{"a":1}"""), new("title", "5"), new("moderation", "7"),
    ];

    [TestCase("""{"rooms":"none"}""")]
    [TestCase("""{"rooms":[7]}""")]
    public async Task GetRoomAsync_RoomsOfAnotherKind_IsMalformed(string body)
    {
        var act = () => TestClient.Rooms(new ScriptedHandler().Response(body)).GetRoomAsync("r1");

        (await act.Should().ThrowAsync<AmityTransportException>()).Which.Failure.Should().Be(AmityTransportFailure.Malformed);
    }

    [Test]
    public async Task Operation_ListOfAnotherKind_IsEmptyAndKept()
    {
        const string Json = """{"rooms":[{"participants":{"a":1},"childRoomIds":"none","roomId":"r"}]}""";

        var result = await TestClient.Rooms(new ScriptedHandler().Response(Json)).GetRoomAsync("r");

        result.Participants.Should().BeEmpty();
        result.ChildRoomIds.Should().BeEmpty();
        result.AdditionalProperties.Keys.Should().Equal("participants", "childRoomIds");
        result.RoomId.Should().Be("r");
    }

    [TestCaseSource(nameof(ReadAsAbsent))]
    public async Task Operation_FieldOfAnotherKind_IsAbsentAndKept(string name, string value)
    {
        var json = $$"""{"rooms":[{"{{name}}":{{value}},"roomId":"r"}],"users":[{"userId":"u"}]}""";

        var result = await TestClient.Rooms(new ScriptedHandler().Response(json)).GetRoomAsync("r");

        typeof(Room).GetProperty(Spec.Pascal(name))!.GetValue(result).Should().BeNull();
        result.AdditionalProperties.Keys.Should().Equal(name);
        result.RoomId.Should().Be("r");
        JsonLoss.Between(json, JsonConvert.SerializeObject(result.Included)).Should().BeEmpty();
    }

    [Test]
    public async Task Operation_NumberBeyondEveryRange_IsReadAsTheNearestDouble()
    {
        var result = await TestClient.Rooms(new ScriptedHandler().Response("""{"rooms":[{"roomId":"r","durationSeconds":123456789012345678901234567890}]}""")).GetRoomAsync("r");

        result.DurationSeconds.Should().Be(123456789012345678901234567890d);
    }

    [Test]
    public async Task Items_ThatDoNotFit_BecomeNull()
    {
        var page = await PageAsync("""{"rooms":[1,{"childRoomIds":["a",1,2.50,null,{},["b"],"c"],"participants":[true,{"userId":"p"},[]]}],"users":[{"permissions":["a",1]}],"files":["f"]}""");

        var room = page.Rooms[1];
        page.Rooms[0].Should().BeNull();
        room.ChildRoomIds.Should().Equal("a", "1", "2.50", null, null, null, "c");
        room.Participants.Select(participant => participant?.UserId).Should().Equal(null, "p", null);
        page.Users[0].Permissions.Select(permission => permission.Value).Should().Equal("a", string.Empty);
        page.Files.Should().HaveCount(1).And.OnlyContain(file => file == null);
        new AmityModel[] { page, room, room.Participants[1], page.Users[0] }.Should().OnlyContain(model => model.AdditionalProperties.Count == 0);
    }

    [TestCase("3000000000")]
    [TestCase("-3000000000")]
    [TestCase("\"3000000000\"")]
    public void WholeNumber_BeyondItsType_IsAbsentAndKept(string code)
    {
        var error = Internals.ReadError(Encoding.UTF8.GetBytes($$"""{"code":{{code}},"message":"No."}"""))!;

        error.Should().BeEquivalentTo(new { Code = default(int?), Message = "No." });
        error.AdditionalProperties.Should().ContainKey("code").WhoseValue.Should().BeOfType<JsonElement>().Which.GetRawText().Should().Be(code);
    }

    private static async Task<RoomPage> PageAsync(string json)
    {
        using var client = TestClient.Over(new ScriptedHandler().Response(json));
        return (RoomPage)(await client.Rooms.ListRoomsAsync().GetPageAsync()).Included!;
    }
}
