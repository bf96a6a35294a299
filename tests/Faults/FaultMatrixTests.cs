namespace Amity.Tests.Faults;

/// <summary>Every operation meets every fault.</summary>
[TestFixtureSource(nameof(OperationIds))]
[Parallelizable(ParallelScope.Self)]
internal sealed class FaultMatrixTests(string operationId)
{
    private static IEnumerable<string> OperationIds => Operations.Ids;

    // The time is what a hang costs, far beyond what any call takes.
    [Test]
    [Order(1)]
    [CancelAfter(30_000)]
    public async Task Call_FaultStrikes_EndsAsPromised([Values] SandboxFault fault, [Values] Strikes strikes, CancellationToken cancellationToken)
    {
        await using var stage = await Stage.OpenAsync();

        await new Cell(stage, Operations.Of(operationId), fault, strikes).CheckAsync(cancellationToken);
    }

    [Test]
    [Order(2)]
    public void Calls_AllFaultsStruck_LeaveNoUnobservedException() => Unobserved.Collect().Where(exception => exception is not PlantedException).Should().BeEmpty();
}
