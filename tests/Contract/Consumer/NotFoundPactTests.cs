using System.Text.Json.Nodes;
using Amity.Tests.Unit;
using Newtonsoft.Json.Linq;
using PactNet;

namespace Amity.Tests.Contract.Consumer;

/// <summary>Each path that names something can name what does not exist.</summary>
[Order(1)]
internal sealed class NotFoundPactTests : PactTest
{
    private static IEnumerable<string> OnRooms => Spec.Operations
        .Where(entry => entry.Value.Path.Contains("{roomId}", StringComparison.Ordinal) && entry.Value.Operation.Responses.ContainsKey("404"))
        .Select(entry => entry.Key);

    [TestCaseSource(nameof(OnRooms))]
    public Task Operation_UnknownRoom_ThrowsNotFound(string operationId)
    {
        var example = SpecRequest.Least(operationId, PactValues.UnknownRoom);
        var request = UponUnknownRoom($"{operationId} of an unknown room").WithRequest(new HttpMethod(example.Method), example.Target);
        var arguments = new JObject(SpecExamples.LeastArguments(operationId)) { ["roomId"] = PactValues.UnknownRoom };
        return AssertAsync(
            example.Body is null ? request : request.WithJsonBody(JsonNode.Parse(example.Body)!),
            client => OperationCall.Start(client, operationId, arguments));
    }

    [Test]
    public Task CreateRoomAsync_UnknownParent_ThrowsNotFound() => AssertAsync(
        UponUnknownRoom("a request to create a child of an unknown room")
            .WithRequest(HttpMethod.Post, "/api/v1/rooms")
            .WithJsonBody(new { title = "Second camera", parentRoomId = PactValues.UnknownRoom }),
        client => client.Rooms.CreateRoomAsync(new CreateRoomRequest { Title = "Second camera", ParentRoomId = PactValues.UnknownRoom }));

    [Test]
    public Task RemoveParticipantAsync_NotOnStage_ThrowsNotFound() => AssertAsync(
        Upon("a request to remove somebody who is not on stage")
            .Given(States.RoomWithPeople, OfRoom)
            .WithRequest(HttpMethod.Delete, $"/api/v1/rooms/{PactValues.Room}/participants")
            .WithJsonBody(new { participantUserId = "nobody" }),
        client => client.Rooms.RemoveParticipantAsync(PactValues.Room, new RemoveParticipantRequest { ParticipantUserId = "nobody" }));

    [Test]
    public Task GetRecordingLocationAsync_UnknownRecording_ThrowsNotFound() => AssertAsync(
        Upon("a request for the location of an unknown recording")
            .Given(States.Room, OfRoom)
            .WithRequest(HttpMethod.Get, $"/api/v1/rooms/{PactValues.Room}/recorded/{PactValues.UnknownPlayback}/watch"),
        client => client.Rooms.GetRecordingLocationAsync(PactValues.Room, PactValues.UnknownPlayback));

    [Test]
    public Task GetRecordingThumbnailLocationAsync_UnknownRecording_ThrowsNotFound() => AssertAsync(
        Upon("a request for the location of an unknown recording's thumbnail")
            .Given(States.Room, OfRoom)
            .WithRequest(HttpMethod.Get, $"/api/v1/rooms/{PactValues.Room}/recorded/{PactValues.UnknownPlayback}/thumbnail"),
        client => client.Rooms.GetRecordingThumbnailLocationAsync(PactValues.Room, PactValues.UnknownPlayback));

    private IRequestBuilderV4 UponUnknownRoom(string description) =>
        Upon(description).Given(States.NoRoom, Parameters(("roomId", PactValues.UnknownRoom)));

    private async Task AssertAsync(IRequestBuilderV4 request, Func<AmityClient, Task> call)
    {
        request.WillRespond().WithError(404, 400400);

        var rejection = await RejectionAsync(call);

        rejection.StatusCode.Should().Be(404);
        (rejection.ErrorCode?.Value).Should().Be(400400);
    }
}
