namespace Amity.Tests.Unit.Joins;

/// <summary>The one room of a response, and what came beside it.</summary>
public sealed class RoomJoinTests
{
    private const string Body =
        """
        {"rooms":[{"roomId":"r","createdBy":"ann","creatorInternalId":"i1","thumbnailFileId":"f1","childRoomIds":["c2"]}],
        "roomChildrens":[{"roomId":"c1","parentRoomId":"r","createdBy":"ben"},null,{"roomId":"c2"},{"roomId":"c3","parentRoomId":"other"}],
        "users":[null,{"userId":"ben","displayName":"Ben"},{"userId":"ann","displayName":"Ann"}],
        "files":[null,{"fileId":"f2"},{"fileId":"f1","altText":"Pasta"}]}
        """;

    [Test]
    public async Task Room_OfAnResponse_SeesCreatorThumbnailAndChildren()
    {
        var room = (await GetAsync(Body)).Room;

        room.Creator!.DisplayName.Should().Be("Ann");
        room.Thumbnail!.AltText.Should().Be("Pasta");
        room.Children.Select(child => child.RoomId).Should().Equal("c1", "c2");
        room.Children[0].Creator!.DisplayName.Should().Be("Ben");
    }

    [Test]
    public async Task Room_OfAPage_SeesThemToo()
    {
        var page = await TestClient.Rooms(new ScriptedHandler().Response(Body)).ListRoomsAsync();

        page.Rooms[0].Creator!.DisplayName.Should().Be("Ann");
        page.Rooms[0].Thumbnail!.FileId.Should().Be("f1");
        page.Rooms[0].Children.Should().HaveCount(2);
    }

    [Test]
    public async Task Room_OfABanPage_SeesThemToo()
    {
        var body = Body.Insert(1, """ "roomBannedUsers":[],""");

        var page = await TestClient.Rooms(new ScriptedHandler().Response(body)).ListViewerBansAsync("r");

        page.Rooms[0].Creator!.DisplayName.Should().Be("Ann");
    }

    [Test]
    public async Task Creator_NamedOnlyByTheInternalId_IsFound()
    {
        var room = (await GetAsync("""{"rooms":[{"creatorInternalId":"i1"}],"users":[{"userInternalId":"i1","displayName":"Ann"}]}""")).Room;

        room.Creator!.DisplayName.Should().Be("Ann");
    }

    [TestCase("""{"rooms":[{"roomId":"r"}]}""")]
    [TestCase("""{"rooms":[{"roomId":"r","createdBy":"x","thumbnailFileId":"x"}],"users":[{}],"files":[{}],"roomChildrens":[{}]}""")]
    [TestCase("""{"rooms":[{"createdBy":"x"}],"users":null,"files":null,"roomChildrens":[{"roomId":"c"}]}""")]
    public async Task Room_NothingBesideIt_HasNoneOfThem(string body)
    {
        var room = (await GetAsync(body)).Room;

        room.Creator.Should().BeNull();
        room.Thumbnail.Should().BeNull();
        room.Children.Should().BeEmpty();
    }

    [Test]
    public async Task Room_AfterANullEntry_IsTheFirstRealOne() => (await GetAsync("""{"rooms":[null,{"roomId":"r"}]}""")).Room.RoomId.Should().Be("r");

    [TestCase("""{}""")]
    [TestCase("""{"rooms":null}""")]
    [TestCase("""{"rooms":[]}""")]
    [TestCase("""{"rooms":[null]}""")]
    [TestCase("""{"roomChildrens":[{"roomId":"c"}]}""")]
    public async Task OneRoomOperations_ResponseWithoutARoom_FailWithAnErrorOfItsOwn(string body)
    {
        foreach (var operationId in Spec.Operations.Keys.Where(id => OperationCall.ResultOf(id) == typeof(RoomResult)))
        {
            var act = () => OperationCall.InvokeAsync(TestClient.Rooms(new ScriptedHandler().Response(body)), operationId, OperationCall.Examples(operationId));

            var exception = (await act.Should().ThrowAsync<AmityMissingRoomException>()).Which;
            exception.Operation.Should().Be(operationId);
            exception.StatusCode.Should().Be(200);
        }
    }

    [Test]
    public void Room_OfAResultMadeByHand_IsTheOneGiven()
    {
        new RoomResult { Rooms = [new Room { RoomId = "r" }] }.Room.RoomId.Should().Be("r");
        new RoomResult().Invoking(result => result.Room).Should().Throw<InvalidOperationException>();
    }

    private static Task<RoomResult> GetAsync(string body) => TestClient.Rooms(new ScriptedHandler().Response(body)).GetRoomAsync("r");
}
