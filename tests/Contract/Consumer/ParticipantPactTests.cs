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
            .WithRequest(HttpMethod.Delete, $"/api/v1/rooms/{Fixed.Room}/participants")
            .WithJsonBody(new { participantUserId = Fixed.CoHost })
            .WillRespond()
            .WithRoom(new { roomId = Match.Type(Fixed.Room), participants = Match.MinType(ResponseMatchers.Host, 1) });

        await VerifyAsync(async client =>
        {
            var removed = await client.Rooms.RemoveParticipantAsync(
                Fixed.Room,
                new RemoveParticipantRequest { ParticipantUserId = Fixed.CoHost });

            removed!.RoomId.Should().Be(Fixed.Room);
            removed!.Participants.Should().ContainSingle().Which.UserId.Should().Be(Fixed.Host);
        });
    }
}
