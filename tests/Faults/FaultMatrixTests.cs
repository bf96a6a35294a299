namespace Amity.Tests.Faults;

/// <summary>Every kind of operation meets every fault.</summary>
[TestFixtureSource(nameof(OperationIds))]
[Parallelizable(ParallelScope.Self)]
internal sealed class FaultMatrixTests(string operationId)
{
    private static IEnumerable<string> OperationIds => MatrixOperations.Ids;

    // The time is what a hang costs, far beyond what any call takes.
    [Test]
    [Order(1)]
    [CancelAfter(30_000)]
    public async Task Call_FaultInjected_EndsAsPromised([Values] SandboxFault fault, [Values] FaultFrequency frequency, CancellationToken cancellationToken)
    {
        await using var fixture = await SandboxFixture.OpenAsync();

        await new Cell(fixture, MatrixOperations.Of(operationId), fault, frequency).CheckAsync(cancellationToken);
    }

    [Test]
    [Order(2)]
    public void Calls_AllFaultsInjected_LeaveNoUnobservedException() =>
        UnobservedTaskExceptions.Collect().Where(exception => exception is not DeliberateException).Should().BeEmpty();
}
