using System.Reflection;
using Amity.Tests.Unit.Json;

namespace Amity.Tests.Unit.Http;

/// <summary>What every operation puts on the wire.</summary>
public sealed class OperationRequestTests
{
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

        var proof = Spec.ShapeOf(operation.OperationId).Proof;
        request.Headers.GetValueOrDefault("Authorization").Should().Be(Spec.IsSentWithCredential(operation.OperationId) ? $"Bearer {TestClient.Token}" : null);
        request.Headers.GetValueOrDefault("x-api-key").Should().Be(proof == "x-api-key" ? TestClient.ApiKey : null);
        request.Headers.GetValueOrDefault("x-server-key").Should().Be(proof == "x-server-key" ? TestClient.ServerKey : null);
        request.Headers["User-Agent"].Should().Be($"Amity/{version}").And.MatchRegex(@"^Amity/\d+\.\d+\.\d+");
        request.Headers["Accept"].Should().Be("application/json");
        request.Headers.GetValueOrDefault("Content-Type").Should().Be(
            operation.Body is null ? null : Spec.IsMultipart(operation.OperationId) ? "multipart/form-data; boundary=boundary" : "application/json");
    }

    [TestCaseSource(typeof(OperationCase), nameof(OperationCase.All))]
    public async Task Operation_CancelledBefore_SendsNothing(OperationCase operation)
    {
        var handler = new ScriptedHandler();
        using var client = TestClient.Over(handler);

        var act = () => OperationCall.Start(client, operation.OperationId, OperationCall.Examples(operation.OperationId), new CancellationToken(canceled: true));

        await act.Should().ThrowAsync<OperationCanceledException>();
        handler.Requests.Should().BeEmpty();
    }

    private static async Task<RecordedRequest> SendAsync(OperationCase operation)
    {
        var handler = new ScriptedHandler().Response(OperationCall.Success(operation.OperationId));
        await operation.Call(TestClient.Over(handler));
        return handler.Requests.Single();
    }
}
