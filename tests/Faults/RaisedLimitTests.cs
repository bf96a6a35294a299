namespace Amity.Tests.Faults;

// Responses that are large, deep or late, to a client that was told to expect them.
[Parallelizable(ParallelScope.Self)]
internal sealed class RaisedLimitTests
{
    private static readonly SandboxFault[] Patience =
    [
        SandboxFault.OversizedBody, SandboxFault.OversizedChunks, SandboxFault.OversizedGzipBody, SandboxFault.DeeplyNestedBody,
        SandboxFault.LatencyBeforeHandler, SandboxFault.LatencyAfterHandler,
    ];

    private static IEnumerable<string> OperationIds => MatrixOperations.OfEachForm;

    [Test]
    [CancelAfter(30_000)]
    public async Task Call_LimitsAboveWhatComes_ReadsIt(
        [ValueSource(nameof(OperationIds))] string operationId, [ValueSource(nameof(Patience))] SandboxFault fault, CancellationToken cancellationToken)
    {
        await using var fixture = await SandboxFixture.OpenAsync();
        var operation = MatrixOperations.Of(operationId);
        fixture.Sandbox.Faults.Always(fault, operationId);
        fixture.Sandbox.Faults.Latency = TimeSpan.FromSeconds(1);
        var client = fixture.AdminClient(options =>
        {
            // The very sizes, so that a limit that is off by one fails.
            options.MaxResponseBytes = (int)fixture.Sandbox.Faults.OversizedBytes;
            options.MaxJsonDepth = fixture.Sandbox.Faults.NestingDepth;
        });

        var response = await operation.CallAsync(client, cancellationToken).WaitAsync(cancellationToken);

        ResponseCheck.Check(response, Content.Truth, fixture);
        fixture.Sandbox.RequestCount.Should().Be(1);
        fixture.Sandbox.Faults.Injected.Should().Equal(new Dictionary<SandboxFault, long> { [fault] = 1 });
    }
}
