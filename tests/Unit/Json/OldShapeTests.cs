using Newtonsoft.Json.Linq;

namespace Amity.Tests.Unit.Json;

/// <summary>Old shapes of the contract are read, and what old services want can be sent: a test for each row of the table of known drift.</summary>
public sealed class OldShapeTests
{
    [TestCase("direct_streaming")]
    [TestCase("co_hosts")]
    public async Task RoomType_OfTheFirstDraft_IsKeptAsItCame(string type)
    {
        var room = await RoomAsync($$"""{"roomId":"r","type":"{{type}}"}""");

        room.Type!.Value.Value.Should().Be(type);
        room.Type!.Value.IsKnown.Should().BeFalse();
    }

    [Test]
    public async Task Status_WaitingReconnectInSnakeCase_IsKeptAsItCame() =>
        (await RoomAsync("""{"status":"waiting_reconnect"}""")).Status.Should().Be(new RoomStatus("waiting_reconnect"));

    [Test]
    public async Task Participant_OfTypeUser_IsRead()
    {
        var participant = (await RoomAsync("""{"participants":[{"type":"user","userId":"ann"}]}""")).Participants.Single();

        participant.Type!.Value.Value.Should().Be("user");
        participant.UserId.Should().Be("ann");
    }

    [TestCase("liveChannelEnabled")]
    [TestCase("channelEnabled")]
    public async Task LiveChat_UnderItsOldName_IsKept(string name)
    {
        var room = await RoomAsync($$"""{"{{name}}":true}""");

        room.LiveChatEnabled.Should().BeNull();
        FreeJson.Of(room.AdditionalProperties[name]).Should().Be("true");
    }

    [Test]
    public async Task Requests_FieldsOfOldServices_AreSentWithTheirs()
    {
        var handler = new ScriptedHandler().Response(RepoFiles.ReadSample("createRoom")).Response(RepoFiles.ReadSample("updateRoom"));
        var rooms = TestClient.Rooms(handler);

        await rooms.CreateRoomAsync(new CreateRoomRequest { Title = "t", AdditionalProperties = { ["participants"] = new[] { "ann" }, ["channelEnabled"] = true } });
        await rooms.UpdateRoomAsync("r", new UpdateRoomRequest { AdditionalProperties = { ["participants"] = new[] { "ann" } } });

        JToken.DeepEquals(JObject.Parse(handler.Requests[0].Body!), JObject.Parse("""{"title":"t","participants":["ann"],"channelEnabled":true}""")).Should().BeTrue();
        JToken.DeepEquals(JObject.Parse(handler.Requests[1].Body!), JObject.Parse("""{"participants":["ann"]}""")).Should().BeTrue();
    }

    [Test]
    public async Task BroadcastCredentials_WithAType_AreRead()
    {
        var credentials = await TestClient.Rooms(new ScriptedHandler().Response("""{"type":"direct_streaming","directStreamUrl":"srt://a"}""")).GetBroadcastCredentialsAsync("r");

        credentials.DirectStreamUrl.Should().Be("srt://a");
        FreeJson.Of(credentials.AdditionalProperties["type"]).Should().Be("\"direct_streaming\"");
    }

    [Test]
    public async Task Response_WithoutChildRooms_HasNoChildren()
    {
        var room = await TestClient.Rooms(new ScriptedHandler().Response("""{"rooms":[{"roomId":"r","childRoomIds":["c"]}],"users":[],"files":[]}""")).GetRoomAsync("r");

        room.Included.Should().BeOfType<RoomResult>().Which.ChildRooms.Should().BeEmpty();
        room.Children.Should().BeEmpty();
    }

    [Test]
    public async Task Responses_WithTheShapeOfTheOther_AreRead()
    {
        var rooms = TestClient.Rooms(new ScriptedHandler()
            .Response("""{"rooms":[{"roomId":"r"}],"paging":{"next":"n"}}""")
            .Response("""{"rooms":[{"roomId":"r"}]}"""));

        var single = await rooms.GetRoomAsync("r");
        var list = await rooms.ListRoomsAsync().GetPageAsync();

        single.RoomId.Should().Be("r");
        single.Included!.AdditionalProperties.Should().ContainKey("paging");
        list.Items.Should().ContainSingle().Which.RoomId.Should().Be("r");
        list.ContinuationToken.Should().BeNull();
    }

    [Test]
    public async Task Recordings_AsAListOfAddresses_AreKept()
    {
        var room = await RoomAsync("""{"recordedUrls":["https://a/1","https://a/2"]}""");

        room.RecordedPlaybackInfos.Should().BeEmpty();
        FreeJson.Of(room.AdditionalProperties["recordedUrls"]).Should().Be("""["https://a/1","https://a/2"]""");
    }

    [Test]
    public async Task Service_WithoutBansAndWatchTime_IsANotFoundThatChangedNothing()
    {
        using var client = TestClient.Over(new ScriptedHandler().ResponseTheRest(_ => ScriptedHandler.Json(404, "<html>Cannot POST</html>")));

        foreach (var operationId in new[] { "banViewers", "unbanViewers", "listViewerBans", "reportWatchTime" })
        {
            var call = () => OperationCall.InvokeAsync(client, operationId, OperationCall.Examples(operationId));

            var failure = (await call.Should().ThrowAsync<AmityApiException>()).Which;
            failure.Category.Should().Be(AmityErrorCategory.NotFound);
            failure.MayHaveSucceeded.Should().BeFalse();
        }
    }

    [TestCase("terminated")]
    [TestCase("error")]
    public async Task Status_OfTheGuidesOnly_IsRead(string status) =>
        (await RoomAsync($$"""{"status":"{{status}}"}""")).Status!.Value.Value.Should().Be(status);

    [Test]
    public async Task TitleAndDescription_LongerThanTheConsoleAllows_AreSentAndRead()
    {
        var handler = new ScriptedHandler().Response($$"""{"rooms":[{"roomId":"r","title":"{{new string('t', 1000)}}","description":"{{new string('d', 5000)}}"}]}""");

        var result = await TestClient.Rooms(handler).CreateRoomAsync(new CreateRoomRequest { Title = new string('t', 1000), Description = new string('d', 5000) });

        result.Title.Should().HaveLength(1000);
        result.Description.Should().HaveLength(5000);
    }

    [Test]
    public async Task Error_WithItsCodeAsText_IsRead()
    {
        var rooms = TestClient.Rooms(new ScriptedHandler().Response(400, """{"status":"error","code":"400000","message":"No."}"""));

        (await rooms.Invoking(r => r.GetRoomAsync("r")).Should().ThrowAsync<AmityApiException>()).Which.ErrorCode.Should().Be(AmityErrorCode.BadRequest);
    }

    private static async Task<Room> RoomAsync(string json) => (await TestClient.Rooms(new ScriptedHandler().Response($$"""{"rooms":[{{json.Insert(1, "\"roomId\":\"r\",")}}]}""")).GetRoomAsync("r"));
}
