using System.Net;
using System.Net.Sockets;
using Amity.Tests.Unit.Samples;
using Newtonsoft.Json;

namespace Amity.Tests.Unit.Errors;

/// <summary>No usable response is an AmityTransportException.</summary>
public sealed class TransportErrorTests
{
    private static IEnumerable<string> Unusable =>
    [
        "", " \r\n", "null", "[]", "\"text\"", "7", "{", """{"rooms":[{"roomId":"r"}]""", """{"rooms":[{"roomId":"r"}]} trailing""", """{"rooms":[{"roomId":"r"}]}{}""", "<html></html>",
    ];

    private static IEnumerable<TestCaseData> ReadAsAbsent =>
    [
        new("durationSeconds", """{"a":1}"""), new("durationSeconds", "[1]"), new("createdAt", """{"a":1}"""), new("createdAt", "[]"),
        new("liveChatEnabled", "\"true\""), new("liveChatEnabled", """{"a":1}"""), new("liveChatEnabled", "[true]"), new("metadata", "[1]"), new("metadata", "\"text\""),
        new("durationSeconds", "\"long\""), new("durationSeconds", "true"), new("createdAt", "7"),
        new("status", """{"a":1}"""), new("status", "7"), new("title", """{"a":1}"""), new("title", "5"), new("moderation", "7"),
    ];

    [TestCaseSource(nameof(Unusable))]
    public async Task Operation_SuccessWithoutAUsableBody_IsATransportError(string body)
    {
        var act = () => TestClient.Rooms(new ScriptedHandler().Response(body)).GetRoomAsync("r1");

        var exception = (await act.Should().ThrowAsync<AmityTransportException>()).Which;
        exception.Operation.Should().Be("getRoom");
        exception.Message.Should().StartWith("getRoom got no usable response (Malformed): ").And.EndWith("GET /api/v1/rooms/r1").And.NotContain(TestClient.Token);
    }

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

        typeof(Room).GetProperty(OperationCall.Pascal(name))!.GetValue(result).Should().BeNull();
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
    public async Task Operation_BodyCutOnTheSocket_IsATransportError()
    {
        await using var server = RawServer.Responding("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"rooms\":[{\"roomId\":\"r\"}]}");
        using var client = TestClient.At(server.Address);

        var act = () => client.Rooms.GetRoomAsync("r");

        await act.Should().ThrowAsync<AmityTransportException>().WithMessage("*no usable response*");
    }

    [Test]
    public async Task Operation_ConnectionClosedWithoutAnResponse_IsATransportError()
    {
        await using var server = RawServer.Responding(string.Empty);
        using var client = TestClient.At(server.Address);

        var act = () => client.Rooms.GetRoomAsync("r");

        (await act.Should().ThrowAsync<AmityTransportException>()).WithInnerException<HttpRequestException>();
    }

    [Test]
    public async Task Operation_ConnectionRefused_IsATransportError()
    {
        using var client = TestClient.At(AddressWhereNobodyListens());

        var act = () => client.Rooms.GetRoomAsync("r");

        (await act.Should().ThrowAsync<AmityTransportException>()).WithInnerException<HttpRequestException>();
    }

    [Test]
    public async Task Operation_TimedOutByTheHandler_IsATransportErrorAndNoCancellation()
    {
        var act = () => TestClient.Rooms(new ScriptedHandler().Throw(new TaskCanceledException())).GetRoomAsync("r");

        await act.Should().ThrowAsync<AmityTransportException>();
    }

    private static Uri AddressWhereNobodyListens()
    {
        // A port that was free a moment ago.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
