using Newtonsoft.Json;

namespace Amity.Tests.Unit.Rooms;

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
        var room = await GetAsync(Body);

        room.Creator!.DisplayName.Should().Be("Ann");
        room.Thumbnail!.AltText.Should().Be("Pasta");
        room.Children.Select(child => child.RoomId).Should().Equal("c1", "c2");
        room.Children[0].Creator!.DisplayName.Should().Be("Ben");
    }

    [Test]
    public async Task Room_OfAPage_SeesThemToo()
    {
        var page = await TestClient.Rooms(new ScriptedHandler().Response(Body)).ListRoomsAsync().GetPageAsync();

        page.Items[0].Creator!.DisplayName.Should().Be("Ann");
        page.Items[0].Thumbnail!.FileId.Should().Be("f1");
        page.Items[0].Children.Should().HaveCount(2);
    }

    [Test]
    public async Task Room_OfABanPage_SeesThemToo()
    {
        var body = Body.Insert(1, """ "roomBannedUsers":[],""");

        var page = await TestClient.Rooms(new ScriptedHandler().Response(body)).ListViewerBansAsync("r").GetPageAsync();

        page.Included.Should().BeOfType<ViewerBanPage>().Which.Rooms[0].Creator!.DisplayName.Should().Be("Ann");
    }

    [Test]
    public async Task Creator_NamedOnlyByTheInternalId_IsFound()
    {
        var room = await GetAsync("""{"rooms":[{"roomId":"r","creatorInternalId":"i1"}],"users":[{"userInternalId":"i1","displayName":"Ann"}]}""");

        room.Creator!.DisplayName.Should().Be("Ann");
    }

    [TestCase("""{"rooms":[{"roomId":"r"}]}""")]
    [TestCase("""{"rooms":[{"roomId":"r","createdBy":"x","thumbnailFileId":"x"}],"users":[{}],"files":[{}],"roomChildrens":[{}]}""")]
    [TestCase("""{"rooms":[{"roomId":"r","createdBy":"x"}],"users":null,"files":null,"roomChildrens":[{"roomId":"c"}]}""")]
    public async Task Room_NothingBesideIt_HasNoneOfThem(string body)
    {
        var room = await GetAsync(body);

        room.Creator.Should().BeNull();
        room.Thumbnail.Should().BeNull();
        room.Children.Should().BeEmpty();
    }

    [Test]
    public async Task Room_AfterANullEntry_IsTheFirstRealOne() => (await GetAsync("""{"rooms":[null,{"roomId":"r"}]}""")).RoomId.Should().Be("r");

    [TestCase("""{}""")]
    [TestCase("""{"rooms":null}""")]
    [TestCase("""{"rooms":[]}""")]
    [TestCase("""{"rooms":[null]}""")]
    [TestCase("""{"roomChildrens":[{"roomId":"c"}]}""")]
    [TestCase("""{"rooms":[{"title":"without an id"}]}""")]
    public async Task OneRoomOperations_ResponseWithoutARoomOrItsId_IsMalformed(string body)
    {
        foreach (var operationId in Spec.Operations.Keys.Where(id => OperationCall.ResultOf(id) == typeof(Room)))
        {
            var act = () => OperationCall.InvokeAsync(TestClient.Over(new ScriptedHandler().Response(body)), operationId, OperationCall.Examples(operationId));

            var exception = (await act.Should().ThrowAsync<AmityTransportException>()).Which;
            exception.Operation.Should().Be(operationId);
            exception.Failure.Should().Be(AmityTransportFailure.Malformed);
            exception.MayHaveSucceeded.Should().Be(Spec.Operations[operationId].Method != "get");
        }
    }

    [Test]
    public async Task Joins_PutInPlace_AreThoseOfTheOneRoomOnly()
    {
        var page = await TestClient.Rooms(new ScriptedHandler().Response(Body)).ListRoomsAsync().GetPageAsync();
        var other = JsonConvert.DeserializeObject<RoomResult>(Body)!.Rooms[0];

        page.Items[0].Creator = new User { UserId = "ben" };
        page.Items[0].Children = [];

        page.Items[0].Creator!.UserId.Should().Be("ben");
        page.Items[0].Children.Should().BeEmpty();
        page.Items[0].Thumbnail!.FileId.Should().Be("f1");
        page.Items[0].Included.Should().BeOfType<RoomPage>();
        other.Creator!.UserId.Should().Be("ann");
    }

    [Test]
    public void Joins_OfARoomMadeByHand_AreThosePutThere()
    {
        var room = new Room { RoomId = "r", Creator = new User { UserId = "ann" }, Thumbnail = new AmityFile { FileId = "f" }, Children = [new Room { RoomId = "c" }] };

        room.Creator.UserId.Should().Be("ann");
        room.Thumbnail.FileId.Should().Be("f");
        room.Children.Should().ContainSingle().Which.RoomId.Should().Be("c");
        room.Included.Should().BeNull();
        new Room().Creator.Should().BeNull();
        new Room().Children.Should().BeEmpty();
    }

    private static Task<Room> GetAsync(string body) => TestClient.Rooms(new ScriptedHandler().Response(body)).GetRoomAsync("r");
}
