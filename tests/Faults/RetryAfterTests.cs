namespace Amity.Tests.Faults;

// What passes between a 429 and the next attempt, by a clock on which nobody waits.
[Parallelizable(ParallelScope.Self)]
internal sealed class RetryAfterTests
{
    private static readonly TimeSpan Asked = TimeSpan.FromSeconds(7);

    private static IEnumerable<string> OperationIds => MatrixOperations.OfEachRepeatEffect;

    [Test]
    [CancelAfter(30_000)]
    public async Task Call_TooManyRequests_WaitsAsLongAsAsked(
        [ValueSource(nameof(OperationIds))] string operationId,
        [Values(SandboxFault.TooManyRequestsRetryAfterSeconds, SandboxFault.TooManyRequestsRetryAfterDate)] SandboxFault fault,
        [Values] bool rateLimiting,
        CancellationToken cancellationToken)
    {
        var waited = await WaitAsync(operationId, fault, rateLimiting, cancellationToken);

        waited.Should().BeGreaterThanOrEqualTo(Asked).And.BeLessThan(Asked + TimeSpan.FromSeconds(1));
    }

    [Test]
    [CancelAfter(30_000)]
    public async Task Call_TooManyRequestsWithoutAWord_WaitsHalfToAWholeWindow(
        [ValueSource(nameof(OperationIds))] string operationId, [Values] bool rateLimiting, CancellationToken cancellationToken)
    {
        var waited = await WaitAsync(operationId, SandboxFault.TooManyRequests, rateLimiting, cancellationToken);

        waited.Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(2.5)).And.BeLessThanOrEqualTo(TimeSpan.FromSeconds(5.1));
    }

    private static async Task<TimeSpan> WaitAsync(string operationId, SandboxFault fault, bool rateLimiting, CancellationToken cancellationToken)
    {
        await using var fixture = await SandboxFixture.OpenAsync();
        fixture.Sandbox.Faults.RetryAfter = Asked;
        fixture.Sandbox.Faults.Next(fault, operationId);
        var client = fixture.AdminClient(options => options.RateLimiting = rateLimiting);
        var start = fixture.Clock.GetUtcNow();

        await MatrixOperations.Of(operationId).CallAsync(client, cancellationToken).WaitAsync(cancellationToken);

        return fixture.Clock.GetUtcNow() - start;
    }
}
