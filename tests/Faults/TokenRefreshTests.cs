using Amity.Tests.Unit.Leaks;

namespace Amity.Tests.Faults;

// A token that the service rejects from now on.
[Parallelizable(ParallelScope.Self)]
internal sealed class TokenRefreshTests
{
    private static IEnumerable<string> OperationIds =>
        MatrixOperations.Ids.Where(Spec.IsSentWithCredential).DistinctBy(id => MatrixOperations.Of(id).Kind.RepeatEffect);

    [TestCaseSource(nameof(OperationIds))]
    [CancelAfter(30_000)]
    public async Task Call_TokenRejectedOnce_IsSentAgainWithTheNextToken(string operationId, CancellationToken cancellationToken)
    {
        await using var fixture = await SandboxFixture.OpenAsync();
        var operation = MatrixOperations.Of(operationId);
        var provider = new TokenProvider(fixture.Sandbox);
        fixture.Sandbox.Faults.Next(SandboxFault.UnauthorizedUntilRefreshed, operationId);

        var response = await operation.CallAsync(fixture.ClientOf(provider.Credential(fixture.RateLimit())), cancellationToken).WaitAsync(cancellationToken);

        ResponseCheck.Check(response, Content.Truth, fixture);
        provider.Given.Should().HaveCount(2);
        fixture.Sandbox.RequestCount.Should().Be(2);
        if (operation.Changes is { } changes)
        {
            (await changes(fixture)).Should().Be(1);
        }
    }

    [TestCaseSource(nameof(OperationIds))]
    [CancelAfter(30_000)]
    public async Task Call_EveryTokenRejected_FailsAfterOneRefresh(string operationId, CancellationToken cancellationToken)
    {
        await using var fixture = await SandboxFixture.OpenAsync();
        var operation = MatrixOperations.Of(operationId);
        var provider = new TokenProvider(fixture.Sandbox);
        fixture.Sandbox.Faults.Always(SandboxFault.UnauthorizedUntilRefreshed, operationId);
        var client = fixture.ClientOf(provider.Credential(fixture.RateLimit()));

        var failure = (await FluentActions.Awaiting(() => operation.CallAsync(client, cancellationToken).WaitAsync(cancellationToken)).Should().ThrowExactlyAsync<AmityApiException>()).Which;

        failure.Category.Should().Be(AmityErrorCategory.Unauthorized);
        failure.Attempts.Should().Be(2);
        failure.MayHaveSucceeded.Should().BeFalse();
        provider.Given.Should().HaveCount(2);
        ExceptionText.Of(failure).Should().NotContainAny(provider.Given);
        fixture.Sandbox.Faults.Stop();
        if (operation.Changes is { } changes)
        {
            (await changes(fixture)).Should().Be(0);
        }
    }

    private sealed class TokenProvider(AmitySandbox sandbox)
    {
        private readonly List<string> _given = [];

        public IReadOnlyList<string> Given => _given;

        public AmityCredential Credential(AmityRateLimit rateLimit) => AmityCredential.FromProvider(
            _ =>
            {
                _given.Add(sandbox.AddToken("moderator-1", canModerate: true));
                return Task.FromResult(new AmityToken(_given[^1]));
            },
            rateLimit);
    }
}
