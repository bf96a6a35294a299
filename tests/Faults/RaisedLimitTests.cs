namespace Amity.Tests.Faults;

// Responses that are large, deep or late, to a client that was told to expect them.
[Parallelizable(ParallelScope.Self)]
internal sealed class LimitTests
{
    private static readonly SandboxFault[] Patience =
    [
        SandboxFault.OversizedBody, SandboxFault.OversizedChunks, SandboxFault.OversizedGzipBody, SandboxFault.DeeplyNestedBody,
        SandboxFault.LatencyBeforeHandler, SandboxFault.LatencyAfterHandler,
    ];

    private static IEnumerable<string> OperationIds => Operations.Ids;

    [Test]
    [CancelAfter(30_000)]
    public async Task Call_LimitsAboveWhatComes_ReadsIt(
        [ValueSource(nameof(OperationIds))] string operationId, [ValueSource(nameof(Patience))] SandboxFault fault, CancellationToken cancellationToken)
    {
        await using var stage = await Stage.OpenAsync();
        var operation = Operations.Of(operationId);
        stage.Sandbox.Faults.Always(fault, operationId);
        stage.Sandbox.Faults.Latency = TimeSpan.FromSeconds(1);
        var client = stage.AdminClient(options =>
        {
            // The very sizes, so that a limit that is off by one fails.
            options.MaxResponseBytes = (int)stage.Sandbox.Faults.OversizedBytes;
            options.MaxJsonDepth = stage.Sandbox.Faults.NestingDepth;
        });

        var response = await operation.Call(client.Rooms, cancellationToken).WaitAsync(cancellationToken);

        Responses.Check(response, Content.Truth, stage);
        stage.Sandbox.RequestCount.Should().Be(1);
        stage.Sandbox.Faults.Injected.Should().Equal(new Dictionary<SandboxFault, long> { [fault] = 1 });
    }
}
