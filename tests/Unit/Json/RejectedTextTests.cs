namespace Amity.Tests.Unit.Json;

/// <summary>What Newtonsoft would take for JSON and is none, is rejected; so is JSON that is no object.</summary>
public sealed class RejectedTextTests
{
    private static IEnumerable<string> Texts =>
    [
        """{'rooms':[{"roomId":"r"}]}""",
        """{"rooms":[{"roomId":'r'}]}""",
        """{rooms:[{"roomId":"r"}]}""",
        """{"rooms":[{"roomId":"r"/* note */}]}""",
        "{\"rooms\":[{\"roomId\":\"r\"}] // note\n}",
        """{"rooms":[{"roomId":"r"}],}""",
        """{"rooms":[{"roomId":"r"},]}""",
        """{"rooms":[{"durationSeconds":0x10}]}""",
        """{"rooms":[{"durationSeconds":010}]}""",
        """{"rooms":[{"durationSeconds":.5}]}""",
        """{"rooms":[{"durationSeconds":1.}]}""",
        """{"rooms":[{"durationSeconds":+1}]}""",
        """{"rooms":[{"durationSeconds":NaN}]}""",
        """{"rooms":[{"durationSeconds":Infinity}]}""",
        """{"rooms":[{"durationSeconds":-Infinity}]}""",
        """{"rooms":[{"metadata":{"a":NaN}}]}""",
        """{"rooms":[{"unknown":undefined}]}""",
        """{"rooms":[{"unknown":new Date(1)}]}""",
        """{"rooms":[{"unknown":True}]}""",
        """{"rooms":[{"unknown":"\x41"}]}""",
        "{\"rooms\":[{\"title\":\"two\nlines\"}]}",
        """{"rooms":[{"roomId":"r"}]} {}""",
        """{"rooms":[{"roomId":"r"}]} trailing""",
        """{"rooms":[{"roomId":"r"}]},""",
        """{"rooms":[{"roomId":"r"}]}}""",
        """{"rooms":[{"roomId":"r"}]""",
        """{"rooms":[{"roomId":"r"}""",
        """{"rooms" [{"roomId":"r"}]}""",
        """{"rooms":[""",
        "{",
        "[]",
        """[{"rooms":[{"roomId":"r"}]}]""",
        "null",
        "1",
        "\"rooms\"",
        string.Empty,
        " ",
        "\0",
        "\uFEFF",
        "\uFEFF\uFEFF{}",
        "<html></html>",
    ];

    [TestCaseSource(nameof(Texts))]
    public async Task ListRoomsAsync_ResponseThatIsNoJsonObject_IsMalformed(string text)
    {
        var response = ScriptedHandler.Json(200, string.Empty);
        response.Content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(text));
        using var client = TestClient.Over(new ScriptedHandler().Response(response));

        var failure = (await client.Rooms.Invoking(rooms => rooms.ListRoomsAsync().GetPageAsync()).Should().ThrowAsync<AmityTransportException>()).Which;

        failure.Failure.Should().Be(AmityTransportFailure.Malformed);
        failure.InnerException.Should().BeNull("its words could quote the body");
    }

    [Test]
    public async Task ListRoomsAsync_SameResponseAsJson_IsRead()
    {
        var page = await TestClient.Rooms(new ScriptedHandler().Response("""{"rooms":[{"roomId":"r"}]}""")).ListRoomsAsync().GetPageAsync();

        page.Items.Should().ContainSingle(room => room.RoomId == "r");
    }
}
