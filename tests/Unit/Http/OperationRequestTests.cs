using System.Reflection;
using Amity.Tests.Unit.Json;
using Newtonsoft.Json.Linq;

namespace Amity.Tests.Unit.Http;

/// <summary>What every operation puts on the wire.</summary>
public sealed class OperationRequestTests
{
    [TestCaseSource(typeof(OperationCase), nameof(OperationCase.Written))]
    public async Task Operation_Called_SendsItsMethodPathQueryAndBody(OperationCase operation)
    {
        var request = await SendAsync(operation);

        request.Method.Should().Be(operation.Method);
        request.Target.Should().Be(operation.Target);
        // The order of the fields is free; their values are compared as texts.
        JToken.DeepEquals(JsonOf(request.Body), JsonOf(operation.Body)).Should().BeTrue("{0} was to be sent, not {1}", operation.Body, request.Body);
    }

    [TestCaseSource(typeof(OperationCase), nameof(OperationCase.All))]
    public async Task Operation_CalledWithTheSpecsExamples_SendsThem(OperationCase operation)
    {
        var request = await SendAsync(operation);

        request.Method.Should().Be(operation.Method);
        request.Target.Should().Be(operation.Target);
        SpecRequest.Full(operation.OperationId).Headers.Should().BeSubsetOf(request.Headers);
        JsonLoss.Between(operation.Body ?? "null", request.Json ?? "null").Should().BeEmpty();
    }

    [TestCaseSource(typeof(OperationCase), nameof(OperationCase.All))]
    public async Task Operation_Called_SendsTheHeadersOfEveryCall(OperationCase operation)
    {
        var version = typeof(AmityClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

        var request = await SendAsync(operation);

        request.Headers.GetValueOrDefault("Authorization").Should().Be(Spec.IsOpen(operation.OperationId) ? null : $"Bearer {TestClient.Token}");
        request.Headers["User-Agent"].Should().Be($"Amity/{version}").And.MatchRegex(@"^Amity/\d+\.\d+\.\d+");
        request.Headers["Accept"].Should().Be("application/json");
        request.Headers.GetValueOrDefault("Content-Type").Should().Be(
            operation.Body is null ? null : Spec.IsMultipart(operation.OperationId) ? "multipart/form-data; boundary=boundary" : "application/json");
    }

    [TestCaseSource(typeof(OperationCase), nameof(OperationCase.All))]
    public async Task Operation_CancelledBefore_SendsNothing(OperationCase operation)
    {
        var handler = new ScriptedHandler();
        var rooms = TestClient.Rooms(handler);

        var act = () => OperationCall.Start(rooms, operation.OperationId, OperationCall.Examples(operation.OperationId), new CancellationToken(canceled: true));

        await act.Should().ThrowAsync<OperationCanceledException>();
        handler.Requests.Should().BeEmpty();
    }

    [Test]
    public async Task ListRoomsAsync_NothingAsked_SendsNoQuery()
    {
        var handler = new ScriptedHandler().Response("""{"paging":{}}""");

        await TestClient.Rooms(handler).ListRoomsAsync().GetPageAsync();

        handler.Requests.Single().Target.Should().Be("/api/v1/rooms");
    }

    [Test]
    public async Task ListRoomsAsync_UnknownStatus_IsSentAsItIs()
    {
        var handler = new ScriptedHandler().Response("""{"paging":{}}""");

        await TestClient.Rooms(handler).ListRoomsAsync(new() { Statuses = [new RoomStatus("terminated & more")] }).GetPageAsync();

        handler.Requests.Single().Query.Should().BeEquivalentTo([KeyValuePair.Create("statuses", "terminated & more")]);
    }

    [Test]
    public async Task UpdateRoomAsync_OneFieldSet_SendsOnlyThatField()
    {
        var handler = new ScriptedHandler().Response(RepoFiles.ReadSample("updateRoom"));

        await TestClient.Rooms(handler).UpdateRoomAsync("r1", new UpdateRoomRequest { Title = "Pasta 🍝" });

        JsonOf(handler.Requests.Single().Body).Should().BeEquivalentTo(JsonOf("""{"title":"Pasta 🍝"}"""));
    }

    private static JToken? JsonOf(string? body) => body is null ? null : JsonLoss.Parse(body);

    private static async Task<RecordedRequest> SendAsync(OperationCase operation)
    {
        var handler = new ScriptedHandler().Response(OperationCall.Success(operation.OperationId));
        await operation.Call(TestClient.Rooms(handler));
        return handler.Requests.Single();
    }
}
