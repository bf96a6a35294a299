using System.Text.Json.Nodes;

namespace Amity.Tests.Sandbox;

/// <summary>Entities that a test puts into the sandbox and reads from it.</summary>
internal sealed class SandboxDocumentTests : SandboxTest
{
    [Test]
    public async Task Put_Room_IsReadWithWhatItRefersTo()
    {
        Sandbox.Documents.Put("User", """{"userId":"ann","displayName":"Ann"}""");
        Sandbox.Documents.Put("Room", """{"roomId":"kitchen","title":"Friday cooking","createdBy":"ann"}""");

        var response = await GetAsync("api/v1/rooms/kitchen");

        response.Json["rooms"]!.ToJsonString().Should().Be("""[{"roomId":"kitchen","title":"Friday cooking","createdBy":"ann"}]""");
        ((string?)response.Json["users"]![0]!["displayName"]).Should().Be("Ann");
    }

    [Test]
    public async Task Put_RoomOfOneField_CanBeUsedLikeAnyOther()
    {
        Sandbox.Documents.Put("Room", """{"roomId":"kitchen","status":"live"}""");
        Sandbox.AddParticipant("kitchen", "ben");
        Sandbox.AddRoom(room => room.ParentRoomId = "kitchen");

        (await SendAsync("DELETE", "api/v1/rooms/kitchen/participants", """{"participantUserId":"ben"}""")).Status.Should().Be(200);
        (await SendAsync("POST", "api/v1/rooms/kitchen/stop")).Status.Should().Be(200);
        (await SendAsync("DELETE", "api/v1/rooms/kitchen")).Status.Should().Be(200);
        Sandbox.FindRoom("kitchen")!.Status.Should().Be("ended");
    }

    [Test]
    public void Put_SameId_Replaces()
    {
        Sandbox.Documents.Put("User", """{"userId":"ann","displayName":"Ann"}""");
        Sandbox.Documents.Put("User", """{"userId":"ann"}""");

        Sandbox.Documents.All("User").Should().ContainSingle().Which.ContainsKey("displayName").Should().BeFalse();
    }

    [Test]
    public async Task Find_StateMadeByCalls_ShowsIt()
    {
        var created = await SendAsync("POST", "api/v1/rooms", """{"title":"Friday cooking"}""");

        ((string?)Sandbox.Documents.Find("Room", (string)created.Json["rooms"]![0]!["roomId"]!)!["title"]).Should().Be("Friday cooking");
    }

    [Test]
    public void Find_Copy_ChangesNothing()
    {
        var room = Sandbox.AddRoom(settings => settings.Title = "Friday cooking");

        Sandbox.Documents.Find("Room", room.RoomId)!["title"] = "Saturday cooking";

        Sandbox.FindRoom(room.RoomId)!.Title.Should().Be("Friday cooking");
    }

    [Test]
    public async Task Remove_Known_IsGone()
    {
        var room = Sandbox.AddRoom();

        Sandbox.Documents.Remove("Room", room.RoomId).Should().BeTrue();

        Sandbox.Documents.Remove("Room", room.RoomId).Should().BeFalse();
        (await GetAsync($"api/v1/rooms/{room.RoomId}")).ShouldBe(404, 400400);
    }

    [TestCase("""{"userId":"ann","nickname":"Annie"}""", "User.nickname: the contract has no such field")]
    [TestCase("""{"userId":7}""", "User.userId: not a text")]
    [TestCase("""{"userId":"ann","createdAt":"yesterday"}""", "User.createdAt: not a date-time")]
    [TestCase("""{"displayName":"Ann"}""", "A User needs its userId")]
    [TestCase("""{"userId":""}""", "A User needs its userId")]
    [TestCase("[]", "An entity is a JSON object")]
    [TestCase("{", "not JSON")]
    public void Put_UnusableJson_IsRejected(string json, string message)
    {
        var put = () => Sandbox.Documents.Put("User", json);

        put.Should().Throw<ArgumentException>().WithMessage($"*{message}*").WithParameterName("json");
        Sandbox.Documents.All("User").Should().BeEmpty();
    }

    [TestCase("Nothing")]
    [TestCase("CreateRoomRequest")]
    public void Documents_UnknownType_IsRejected(string type)
    {
        var put = () => Sandbox.Documents.Put(type, "{}");
        var find = () => Sandbox.Documents.Find(type, "x");
        var all = () => Sandbox.Documents.All(type);
        var remove = () => Sandbox.Documents.Remove(type, "x");

        put.Should().Throw<ArgumentException>().WithMessage($"*no entity {type}*").WithParameterName("type");
        find.Should().Throw<ArgumentException>().WithParameterName("type");
        all.Should().Throw<ArgumentException>().WithParameterName("type");
        remove.Should().Throw<ArgumentException>().WithParameterName("type");
    }

    [TestCase("ViewerBan")]
    [TestCase("RoomViewer")]
    public void Documents_TypeThatBelongsToARoom_IsRejected(string type)
    {
        var all = () => Sandbox.Documents.All(type);

        all.Should().Throw<ArgumentException>().WithMessage("*belongs to another entity*").WithParameterName("type");
    }

    [TestCase("""{"userId":"a/b"}""")]
    [TestCase("""{"userId":".."}""")]
    [TestCase("""{"userId":"ann","metadata":{"a":1,"a":2}}""")]
    [TestCase("""{"userId":"ann","createdAt":"12:00"}""")]
    public void Put_WhatNoRequestCouldNameOrRead_IsRejected(string json)
    {
        var put = () => Sandbox.Documents.Put("User", json);

        put.Should().Throw<ArgumentException>();
        Sandbox.Documents.All("User").Should().BeEmpty();
    }

    [Test]
    public void Put_IdThatIsAnotherOnesInternalId_ChangesOnlyItsOwn()
    {
        Sandbox.Documents.Put("User", """{"userId":"a","_id":"x"}""");
        Sandbox.Documents.Put("User", new JsonObject { ["userId"] = "x" });

        Sandbox.Documents.All("User").Select(user => (string?)user["userId"]).Should().Equal("a", "x");
        Sandbox.Documents.Remove("User", "x").Should().BeTrue();
        Sandbox.Documents.Find("User", "a").Should().NotBeNull();
    }

    [Test]
    public async Task Ban_InternalId_BansSomebodyElse()
    {
        var (room, vic) = (Sandbox.AddRoom(), Sandbox.AddUser("vic"));

        await SendAsync("POST", $"api/v1/rooms/{room.RoomId}/viewer-bans", Ids(vic.InternalId));

        Sandbox.BannedViewers(room.RoomId).Should().Equal(vic.InternalId);
    }

    [Test]
    public void Remove_RoomWithBans_LeavesNothingForTheNextOfThatId()
    {
        Sandbox.AddRoom(room => room.RoomId = "kitchen");
        Sandbox.AddViewerBans("kitchen", ["troll"]);

        Sandbox.Documents.Remove("Room", "kitchen");
        Sandbox.AddRoom(room => room.RoomId = "kitchen");

        Sandbox.BannedViewers("kitchen").Should().BeEmpty();
    }

    [TestCase("""{"roomId":"kitchen","recordedPlaybackInfos":[{}]}""")]
    [TestCase("""{"roomId":"kitchen","recordedPlaybackInfos":[{"url":"abc"}],"moderation":{},"participants":[{}]}""")]
    public async Task Put_RoomWithHalfOfItsParts_IsReadLikeAnyOther(string json)
    {
        Sandbox.Documents.Put("Room", json);

        Sandbox.AddModerationLabel("kitchen", "violence");
        Sandbox.FindRoom("kitchen")!.PlaybackIds.Should().BeEmpty();
        (await GetAsync("api/v1/rooms/kitchen/recorded/x/watch")).ShouldBe(404, 400400);
    }

    [Test]
    public async Task GetRoom_GrandChildren_AreNotAmongTheChildren()
    {
        var parent = Sandbox.AddRoom();
        var child = Sandbox.AddRoom(room => room.ParentRoomId = parent.RoomId);
        Sandbox.AddRoom(room => room.ParentRoomId = child.RoomId);

        var children = (await GetAsync($"api/v1/rooms/{parent.RoomId}")).Json["roomChildrens"]!.AsArray();

        children.Should().ContainSingle().Which!["roomId"]!.GetValue<string>().Should().Be(child.RoomId);
    }
}
