using PactNet.Matchers;

namespace Amity.Tests.Contract.Consumer;

[Order(1)]
internal sealed class ParticipantPactTests : PactTest
{
    [Test]
    public async Task RemoveParticipantAsync_CoHost_SendsBodyWithDelete()
    {
        Upon("a request to remove a co-host")
            .Given(States.RoomWithPeople, OfRoom)
            .WithRequest(HttpMethod.Delete, $"/api/v1/rooms/{PactValues.Room}/participants")
            .WithJsonBody(new { participantUserId = PactValues.CoHost })
            .WillRespond()
            .WithRoom(new { roomId = Match.Type(PactValues.Room), participants = Match.MinType(ResponseMatchers.Host, 1) });

        await VerifyAsync(async client =>
        {
            var removed = await client.Rooms.RemoveParticipantAsync(
                PactValues.Room,
                new RemoveParticipantRequest { ParticipantUserId = PactValues.CoHost });

            removed!.RoomId.Should().Be(PactValues.Room);
            removed!.Participants.Should().ContainSingle().Which.UserId.Should().Be(PactValues.Host);
        });
    }
}
