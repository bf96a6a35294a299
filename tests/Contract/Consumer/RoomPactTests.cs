using PactNet.Matchers;

namespace Amity.Tests.Contract.Consumer;

[Order(1)]
internal sealed class RoomPactTests : PactTest
{
    [Test]
    public async Task GetRoomAsync_Room_GivesRoomAndCreator()
    {
        Upon("a request for a room")
            .Given(States.Room, OfRoom)
            .WithRequest(HttpMethod.Get, $"/api/v1/rooms/{PactValues.Room}")
            .WillRespond()
            .WithStatus(200)
            .WithJsonBody(new
            {
                rooms = Match.MinType(
                    new
                    {
                        roomId = Match.Type(PactValues.Room),
                        type = Match.Type("coHosts"),
                        title = Match.Type("Friday cooking"),
                        status = Match.Type("idle"),
                        createdAt = ResponseMatchers.Instant,
                        createdBy = Match.Type(PactValues.Host),
                    },
                    1),
                users = Match.MinType(new { userId = Match.Type(PactValues.Host) }, 1),
            });

        await VerifyAsync(async client =>
        {
            var room = await client.Rooms.GetRoomAsync(PactValues.Room);

            room.RoomId.Should().Be(PactValues.Room);
            room.Type.Should().Be(RoomType.CoHosts);
            room.Title.Should().Be("Friday cooking");
            room.Status.Should().Be(RoomStatus.Idle);
            room.CreatedAt.Should().Be(DateTimeOffset.Parse("2026-03-06T18:00:03.112Z", null));
            room.Creator!.UserId.Should().Be(PactValues.Host);
        });
    }

    [Test]
    public async Task GetRoomAsync_PeopleOnStage_GivesParticipants()
    {
        Upon("a request for a room with people on stage")
            .Given(States.RoomWithPeople, OfRoom)
            .WithRequest(HttpMethod.Get, $"/api/v1/rooms/{PactValues.Room}")
            .WillRespond()
            .WithRoom(new { roomId = Match.Type(PactValues.Room), participants = Match.MinType(ResponseMatchers.Host, 1) });

        await VerifyAsync(async client =>
        {
            var participant = (await client.Rooms.GetRoomAsync(PactValues.Room)).Participants.Should().ContainSingle().Which;

            participant.Type.Should().Be(ParticipantType.Host);
            participant.UserId.Should().Be(PactValues.Host);
        });
    }

    [Test]
    public async Task GetRoomAsync_OnTheAir_GivesPlayback()
    {
        Upon("a request for a room on the air")
            .Given(States.LiveRoom, OfRoom)
            .WithRequest(HttpMethod.Get, $"/api/v1/rooms/{PactValues.Room}")
            .WillRespond()
            .WithRoom(new
            {
                roomId = Match.Type(PactValues.Room),
                livePlaybackUrl = Match.Type("https://stream.example.com/65f0c1d2.m3u8?token=viewer"),
                liveThumbnailUrl = Match.Type("https://image.example.com/65f0c1d2/thumbnail.png?token=viewer"),
                liveAt = ResponseMatchers.Instant,
            });

        await VerifyAsync(async client =>
        {
            var room = await client.Rooms.GetRoomAsync(PactValues.Room);

            room.LivePlaybackUrl.Should().StartWith("https://stream.example.com/");
            room.LiveThumbnailUrl.Should().StartWith("https://image.example.com/");
            room.LiveAt.Should().NotBeNull();
        });
    }

    [Test]
    public async Task GetRoomAsync_ChildRoom_GivesChildren()
    {
        Upon("a request for a room with a child room")
            .Given(States.RoomWithChild, OfRoom)
            .WithRequest(HttpMethod.Get, $"/api/v1/rooms/{PactValues.Room}")
            .WillRespond()
            .WithStatus(200)
            .WithJsonBody(new
            {
                rooms = Match.MinType(
                    new { roomId = Match.Type(PactValues.Room), childRoomIds = Match.MinType(Match.Type("65f0c1d2a3b4c5d6e7f80a44"), 1) },
                    1),
                roomChildrens = Match.MinType(
                    new { roomId = Match.Type("65f0c1d2a3b4c5d6e7f80a44"), parentRoomId = Match.Type(PactValues.Room) },
                    1),
            });

        await VerifyAsync(async client =>
        {
            var child = (await client.Rooms.GetRoomAsync(PactValues.Room)).Children.Should().ContainSingle().Which;

            child.RoomId.Should().Be("65f0c1d2a3b4c5d6e7f80a44");
            child.ParentRoomId.Should().Be(PactValues.Room);
        });
    }

    [Test]
    public async Task GetRoomAsync_Thumbnail_GivesFile()
    {
        Upon("a request for a room with a thumbnail")
            .Given(States.RoomWithThumbnail, OfRoom)
            .WithRequest(HttpMethod.Get, $"/api/v1/rooms/{PactValues.Room}")
            .WillRespond()
            .WithStatus(200)
            .WithJsonBody(new
            {
                rooms = Match.MinType(new { roomId = Match.Type(PactValues.Room), thumbnailFileId = Match.Type(PactValues.Image) }, 1),
                files = Match.MinType(
                    new { fileId = Match.Type(PactValues.Image), fileUrl = Match.Type("https://files.example.com/thumbnail.png") },
                    1),
            });

        await VerifyAsync(async client =>
            (await client.Rooms.GetRoomAsync(PactValues.Room)).Thumbnail!.FileUrl.Should().Be("https://files.example.com/thumbnail.png"));
    }

    [Test]
    public async Task CreateRoomAsync_AllFields_GivesNewRoom()
    {
        Upon("a request to create a room")
            .Given(States.Room, OfRoom)
            .Given(States.Image, Parameters(("fileId", PactValues.Image)))
            .WithRequest(HttpMethod.Post, "/api/v1/rooms")
            .WithJsonBody(new
            {
                title = "Friday cooking, second camera",
                description = "The stove from above.",
                thumbnailFileId = PactValues.Image,
                metadata = new { season = 2 },
                liveChatEnabled = false,
                parentRoomId = PactValues.Room,
                type = "coHosts",
            })
            .WillRespond()
            .WithRoom(new { roomId = Match.Type("65f0c1d2a3b4c5d6e7f80a44"), parentRoomId = Match.Type(PactValues.Room) });

        await VerifyAsync(async client =>
        {
            var created = await client.Rooms.CreateRoomAsync(new CreateRoomRequest
            {
                Title = "Friday cooking, second camera",
                Description = "The stove from above.",
                ThumbnailFileId = PactValues.Image,
                Metadata = new Dictionary<string, object?> { ["season"] = 2L },
                LiveChatEnabled = false,
                ParentRoomId = PactValues.Room,
                Type = RoomType.CoHosts,
            });

            created.RoomId.Should().Be("65f0c1d2a3b4c5d6e7f80a44");
            created.ParentRoomId.Should().Be(PactValues.Room);
        });
    }

    [Test]
    public async Task UpdateRoomAsync_SomeFields_SendsOnlyThose()
    {
        Upon("a request to change a room")
            .Given(States.Room, OfRoom)
            .WithRequest(HttpMethod.Put, $"/api/v1/rooms/{PactValues.Room}")
            .WithJsonBody(new { title = "Friday cooking, part two", channelEnabled = false })
            .WillRespond()
            .WithRoom(new { roomId = Match.Type(PactValues.Room), title = Match.Type("Friday cooking, part two"), liveChatEnabled = Match.Type(false) });

        await VerifyAsync(async client =>
        {
            var changed = await client.Rooms.UpdateRoomAsync(
                PactValues.Room,
                new UpdateRoomRequest { Title = "Friday cooking, part two", LiveChatEnabled = false });

            changed.Title.Should().Be("Friday cooking, part two");
            changed.LiveChatEnabled.Should().BeFalse();
        });
    }

    [Test]
    public async Task StopRoomAsync_OnTheAir_GivesEndedRoom()
    {
        Upon("a request to stop a room")
            .Given(States.LiveRoom, OfRoom)
            .WithRequest(HttpMethod.Post, $"/api/v1/rooms/{PactValues.Room}/stop")
            .WillRespond()
            .WithRoom(new
            {
                roomId = Match.Type(PactValues.Room),
                status = Match.Type("ended"),
                endedAt = ResponseMatchers.Instant,
                durationSeconds = Match.Number(3597.5),
            });

        await VerifyAsync(async client =>
        {
            var room = (await client.Rooms.StopRoomAsync(PactValues.Room))!;

            room.Status.Should().Be(RoomStatus.Ended);
            room.EndedAt.Should().NotBeNull();
            room.DurationSeconds.Should().Be(3597.5);
        });
    }

    [Test]
    public async Task DeleteRoomAsync_Room_Succeeds()
    {
        Upon("a request to delete a room")
            .Given(States.Room, OfRoom)
            .WithRequest(HttpMethod.Delete, $"/api/v1/rooms/{PactValues.Room}")
            .WillRespond()
            .WithStatus(200)
            .WithJsonBody(new { success = true });

        await VerifyAsync(async client => await client.Rooms.DeleteRoomAsync(PactValues.Room));
    }
}
